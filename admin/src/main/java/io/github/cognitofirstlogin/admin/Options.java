package io.github.cognitofirstlogin.admin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the command line, and their contradictions. */
final class Options {
  private static final int FASTEST = 50;

  @Mixin private final PoolChoice poolChoice = new PoolChoice();

  @Option(
      names = "--username",
      paramLabel = "NAME",
      description = "The user to invite. For several users, use --csv.")
  private @Nullable String username;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "The address of the invitation; it is marked as verified.")
  private @Nullable String email;

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "Another attribute of the user. May be repeated.")
  private List<String> attributes = List.of();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "A group of the pool that the user joins. May be repeated.")
  private List<String> groups = List.of();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "A file with the users to invite. The first row names the columns: username, email, and"
              + " optionally groups (separated by ;) and any attribute.")
  private @Nullable Path csv;

  @Option(
      names = "--resend",
      description =
          "Send a new temporary password to existing users who have not completed the first login."
              + " Nothing else about the users changes.")
  private boolean resend;

  @Option(
      names = "--dry-run",
      description = "Print what would be done, and change nothing in the pool.")
  private boolean dryRun;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "The largest number of requests a second, 1 to 50. Default: ${DEFAULT-VALUE}")
  private int rate;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the outcome of each user to this file as JSON.")
  private @Nullable Path report;

  Mode mode() {
    return new Mode(resend, dryRun);
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  int rate() {
    if (rate < 1 || rate > FASTEST) {
      throw new Misuse("--rate must be 1 to " + FASTEST + ", got " + rate);
    }
    return rate;
  }

  PoolId pool() {
    return poolChoice.pool();
  }

  String region(PoolId pool) {
    return poolChoice.region(pool);
  }

  List<Invitee> people() {
    if ((username == null) == (csv == null)) {
      throw new Misuse("Name either one user with --username or several with --csv");
    }
    var saysMore = email != null || !attributes.isEmpty() || !groups.isEmpty();
    if (csv != null) {
      if (saysMore) {
        throw new Misuse("With --csv, email, attributes and groups are columns of the file");
      }
      return resend ? UsersCsv.known(csv) : UsersCsv.invitees(csv);
    }
    if (resend && saysMore) {
      throw new Misuse(
          "--resend changes no attribute and no group: leave out --email, --attribute, --group");
    }
    return List.of(resend ? Invitee.known(username()) : invitee());
  }

  private String username() {
    var name = String.valueOf(username);
    refuseIfBroken("--username", Rules.username(name));
    return name;
  }

  private Invitee invitee() {
    if (email == null) {
      throw new Misuse("--email is missing: the invitation needs an address");
    }
    refuseIfBroken("--email", Rules.attribute(Invitee.EMAIL, email));
    for (var group : groups) {
      refuseIfBroken("--group", Rules.group(group));
    }
    return Invitee.of(username(), email, attributes(), new LinkedHashSet<>(groups));
  }

  private Map<String, String> attributes() {
    var all = new HashMap<String, String>();
    for (var attribute : attributes) {
      var name = attribute.substring(0, Math.max(0, attribute.indexOf('=')));
      var value = attribute.substring(attribute.indexOf('=') + 1);
      if (name.isEmpty()) {
        throw new Misuse("--attribute must be NAME=VALUE, got '" + OneLine.of(attribute) + "'");
      }
      if (name.equals(Invitee.EMAIL)) {
        throw new Misuse("Use --email in place of --attribute email=...");
      }
      refuseIfBroken("The name in --attribute", Rules.attributeName(name));
      refuseIfBroken("--attribute " + name, Rules.attribute(name, value));
      if (all.put(name, value) != null) {
        throw new Misuse("--attribute " + name + " is given twice");
      }
    }
    return all;
  }

  private static void refuseIfBroken(String option, Optional<String> rule) {
    rule.ifPresent(
        broken -> {
          throw new Misuse(option + " must " + broken);
        });
  }
}
