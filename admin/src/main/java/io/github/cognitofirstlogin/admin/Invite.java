package io.github.cognitofirstlogin.admin;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The command {@code bin/invite}. */
@Command(
    name = "bin/invite",
    description =
        "Creates users in a user pool; Cognito mails each user a temporary password. Existing users"
            + " keep their password and attributes, so a run can be repeated.",
    footer = {
      "",
      "Uses the same AWS credentials as the AWS CLI.",
      "Exit code: 0 if all users were invited, 1 if an invitation failed, 2 if nothing was done"
          + " because the command or the file is wrong."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Invite.Version.class)
public final class Invite implements Callable<Integer> {
  private static final int COGNITOS_MAILS_A_DAY = 50;

  @Mixin private final Options options = new Options();

  @Spec private CommandSpec command = CommandSpec.create();

  private final Function<Region, CognitoIdentityProviderClient> cognito;
  private final IntFunction<Pace> pace;

  private Invite(Function<Region, CognitoIdentityProviderClient> cognito, IntFunction<Pace> pace) {
    this.cognito = cognito;
    this.pace = pace;
  }

  public static void main(String[] arguments) {
    var status = commandLine(CognitoClient::in, Pace::of).execute(arguments);
    System.exit(status);
  }

  static CommandLine commandLine(
      Function<Region, CognitoIdentityProviderClient> cognito, IntFunction<Pace> pace) {
    return new CommandLine(new Invite(cognito, pace))
        .setParameterExceptionHandler(ExitCode::misused)
        .setExecutionExceptionHandler(ExitCode::of);
  }

  @Override
  public Integer call() throws IOException {
    var mode = options.mode();
    var id = options.pool();
    var people = options.people();
    var rate = options.rate();
    options.report().ifPresent(Report::prepare);
    try (var client = cognito.apply(Region.of(options.region(id)))) {
      var pool = new UserPool(client, id, pace.apply(rate));
      var setup = pool.setup();
      var err = command.commandLine().getErr();
      var invitations = new Invitations(pool, mode, err::println);
      invitations.check(people, setup);
      if (people.size() > COGNITOS_MAILS_A_DAY && !setup.hasOwnSender()) {
        err.println(
            ("Warning: %d users, but without SES Cognito sends only %d e-mails a day;"
                    + " the same command invites the rest on another day")
                .formatted(people.size(), COGNITOS_MAILS_A_DAY));
      }
      var report = new Report(id, mode, invitations.all(people));
      var out = command.commandLine().getOut();
      out.print(report.text());
      out.flush();
      if (options.report().isPresent()) {
        report.write(options.report().get());
      }
      return report.isGood() ? 0 : ExitCode.FAILED;
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Invite.class.getPackage().getImplementationVersion();
      return new String[] {"bin/invite " + version};
    }
  }
}
