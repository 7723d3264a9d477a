package io.github.cognitofirstlogin.infra;

import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The log of the CDK's own functions, which copy and delete the page's files. A stack has one
 * function of each kind, and one log for both. The default logs would stay after the stack.
 */
final class PageLog {
  private static final String ID = "FirstLoginPageLog";
  private static final String DELETING_FUNCTION =
      "Custom::S3AutoDeleteObjectsCustomResourceProvider";

  private PageLog() {}

  static LogGroup of(Construct page) {
    var stack = Stack.of(page);
    return stack.getNode().tryFindChild(ID) instanceof LogGroup known
        ? known
        : LogGroup.Builder.create(stack, ID)
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
  }

  /** The CDK has no property for the log of the function that empties a bucket. */
  static void ofDeletingFunction(Construct page) {
    var function =
        (CfnResource)
            Stack.of(page).getNode().findChild(DELETING_FUNCTION).getNode().findChild("Handler");
    function.addPropertyOverride("LoggingConfig.LogGroup", of(page).getLogGroupName());
  }
}
