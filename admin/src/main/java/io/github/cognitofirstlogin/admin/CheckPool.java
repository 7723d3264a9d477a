package io.github.cognitofirstlogin.admin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The command {@code bin/check-pool}. */
@Command(
    name = "bin/check-pool",
    description =
        "Lists what an existing user pool and app client lack for a first login, lists their side"
            + " effects, and prints the command that deploys for them. Changes nothing.",
    footer = {
      "",
      "Uses the same AWS credentials as the AWS CLI. They need"
          + " cognito-idp:DescribeUserPool and DescribeUserPoolClient.",
      "Exit code: 0 if a first login works, 1 if it does not work or Cognito cannot be reached, 2 if"
          + " the command is wrong."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Invite.Version.class)
public final class CheckPool implements Callable<Integer> {
  @Mixin private final PoolChoice choice = new PoolChoice();

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description =
          "The app client that people sign in with. Without this option only the pool is checked, for"
              + " a deployment that creates its own client.")
  private @Nullable String clientId;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Function<Region, CognitoIdentityProviderClient> cognito;

  private CheckPool(Function<Region, CognitoIdentityProviderClient> cognito) {
    this.cognito = cognito;
  }

  public static void main(String[] arguments) {
    var status = commandLine(CognitoClient::in).execute(arguments);
    System.exit(status);
  }

  static CommandLine commandLine(Function<Region, CognitoIdentityProviderClient> cognito) {
    return new CommandLine(new CheckPool(cognito))
        .setParameterExceptionHandler(ExitCode::misused)
        .setExecutionExceptionHandler(ExitCode::of);
  }

  @Override
  public Integer call() {
    var id = choice.pool();
    var client = Optional.ofNullable(clientId).or(choice::client);
    try (var asked = cognito.apply(Region.of(choice.region(id)))) {
      var pool = pool(asked, id);
      var described = client.map(known -> client(asked, id, known));
      var findings = Findings.of(pool, described);
      print(findings, DeployWith.context(pool, described));
      return findings.stream().noneMatch(Finding::stopsTheFirstLogin) ? 0 : ExitCode.FAILED;
    }
  }

  private static Description pool(CognitoIdentityProviderClient asked, PoolId id) {
    var answer = new WholeAnswer();
    asked.describeUserPool(
        request -> request.userPoolId(id.value()).overrideConfiguration(answer.configuration()));
    return described(answer, "UserPool");
  }

  private static Description client(
      CognitoIdentityProviderClient asked, PoolId id, String clientId) {
    var answer = new WholeAnswer();
    asked.describeUserPoolClient(
        request ->
            request
                .userPoolId(id.value())
                .clientId(clientId)
                .overrideConfiguration(answer.configuration()));
    return described(answer, "UserPoolClient");
  }

  private static Description described(WholeAnswer answer, String name) {
    var node = answer.json().path(name);
    if (!node.isObject()) {
      throw new CannotStart("The answer has no " + name + ": it does not come from Cognito");
    }
    return Description.of(node);
  }

  private void print(List<Finding> findings, List<String> context) {
    var out = command.commandLine().getOut();
    if (findings.stream().noneMatch(Finding::isMissingOrWeak)) {
      out.println("Nothing is missing.");
    }
    findings.forEach(finding -> out.println(finding.line()));
    out.println();
    out.println("Deploy with:");
    out.println("  npx cdk deploy " + String.join(" ", context));
    out.flush();
  }
}
