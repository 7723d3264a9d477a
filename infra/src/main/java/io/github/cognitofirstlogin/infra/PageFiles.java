package io.github.cognitofirstlogin.infra;

import io.github.cognitofirstlogin.infra.config.WebPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.assets.AssetOptions;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/** The page's files in a bucket that only the distribution can read. */
final class PageFiles extends Construct {
  private static final String COPYING_FUNCTION = "Custom::CDKBucketDeployment";

  private final Bucket bucket;

  PageFiles(Construct scope, String id, WebPage page) {
    super(scope, id);
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .removalPolicy(RemovalPolicy.DESTROY)
            // CloudFormation cannot delete a bucket with files, and then not the stack.
            .autoDeleteObjects(true)
            .build();
    BucketDeployment.Builder.create(this, "Files")
        .destinationBucket(bucket)
        .sources(
            List.of(
                Source.asset(
                    page.directory().toString(),
                    AssetOptions.builder().exclude(List.of(".*")).build()),
                // This source is the last one, so that it replaces a file with the same name.
                Source.jsonData("config.json", Map.of("api", FrontDoor.API_PATH))))
        // The names of the files do not change with their content, so browsers must ask for
        // changes.
        .cacheControl(List.of(CacheControl.noCache()))
        .logGroup(PageLog.of(this))
        .build();
    PageLog.ofDeletingFunction(this);
    Validations.of(bucket)
        .acknowledge(
            FrontDoor.because(
                "AwsSolutions-S1",
                "Only the distribution reads these files, and they contain no personal data."));
    acknowledgeCopying();
  }

  IBucket bucket() {
    return bucket;
  }

  /** The CDK's own function copies the files. The whole stack has one such function. */
  private void acknowledgeCopying() {
    var rules = new ArrayList<String>();
    rules.add("AwsSolutions-L1");
    rules.add(
        "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]");
    for (var action : List.of("GetBucket*", "GetObject*", "List*", "Abort*", "DeleteObject*")) {
      rules.add("AwsSolutions-IAM5[Action::s3:%s]".formatted(action));
    }
    rules.add("AwsSolutions-IAM5[Resource::%s]".formatted(assets()));
    rules.add("AwsSolutions-IAM5[Resource::<%s.Arn>/*]".formatted(bucketId()));
    var acknowledgments =
        rules.stream()
            .map(
                rule ->
                    FrontDoor.because(
                        rule,
                        "The CDK's own function that copies the page's files at a deployment: it"
                            + " reads the CDK's assets, writes the page's bucket and its log, on the"
                            + " runtime that the CDK chose."))
            .toArray(Acknowledgment[]::new);
    Stack.of(this).getNode().getChildren().stream()
        .filter(child -> child.getNode().getId().startsWith(COPYING_FUNCTION))
        .forEach(function -> Validations.of(function).acknowledge(acknowledgments));
  }

  /** Where the CDK's bootstrap keeps what is deployed, as the rules spell it. */
  private String assets() {
    var stack = Stack.of(this);
    return "arn:<AWS::Partition>:s3:::cdk-%s-assets-%s-%s/*"
        .formatted(
            stack.getSynthesizer().getBootstrapQualifier(),
            known(stack.getAccount(), "<AWS::AccountId>"),
            known(stack.getRegion(), "<AWS::Region>"));
  }

  private String bucketId() {
    return Stack.of(this).getLogicalId(Underlying.resource(bucket, CfnBucket.class));
  }

  private static String known(String value, String otherwise) {
    return Boolean.TRUE.equals(Token.isUnresolved(value)) ? otherwise : value;
  }
}
