package io.github.cognitofirstlogin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The files of .github: the jobs that run for a proposed change, and their permissions. */
class WorkflowsTest {
  private static final Path GITHUB = Path.of(".github");

  @Test
  void eachActionIsPinnedByItsCommitWithItsVersionBeside() throws IOException {
    for (var workflow : workflows().keySet()) {
      assertThat(Files.readAllLines(workflow))
          .filteredOn(line -> line.strip().matches("(- )?uses:.*"))
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(line.strip())
                      .matches("(- )?uses: [\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v[0-9.]+"));
    }
  }

  @Test
  void eachActionIsPinnedToOneCommit() throws IOException {
    var commits = new TreeMap<String, String>();
    for (var workflow : workflows().values()) {
      for (var uses : workflow.findValuesAsText("uses")) {
        var action = uses.split("@");
        assertThat(commits.getOrDefault(action[0], action[1])).as(action[0]).isEqualTo(action[1]);
        commits.put(action[0], action[1]);
      }
    }
    assertThat(commits).isNotEmpty();
  }

  @Test
  void workflowThatRunsCodeOfAChangeMayOnlyRead() throws IOException {
    for (var workflow : workflows().values()) {
      if (runsTheChange(workflow)) {
        assertThat(workflow.findValues("permissions"))
            .singleElement()
            .asString()
            .isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.toString()).doesNotContain("secrets.");
      }
    }
  }

  @Test
  void workflowThatMayWriteRunsNoCodeOfAChange() throws IOException {
    for (var workflow : workflows().values()) {
      assertThat(workflow.at("/on/pull_request_target").isMissingNode()).isTrue();
      if (workflow.findValues("permissions").toString().contains("write")) {
        assertThat(workflow.findValuesAsText("uses"))
            .noneMatch(uses -> uses.startsWith("actions/checkout@"));
        assertThat(workflow.findValues("run")).isEmpty();
      }
    }
  }

  /** Text in an expression becomes part of a script; text in an environment variable does not. */
  @Test
  void noScriptHoldsAnExpression() throws IOException {
    for (var workflow : workflows().values()) {
      assertThat(workflow.findValuesAsText("run")).noneMatch(script -> script.contains("${{"));
      assertThat(workflow.findValuesAsText("script")).noneMatch(script -> script.contains("${{"));
    }
  }

  @Test
  void everythingThatMustHoldIsRun() throws IOException {
    assertThat(workflows().get(GITHUB.resolve("workflows/ci.yml")).findValuesAsText("run"))
        .contains(".ci/run");
  }

  @Test
  void knownVulnerabilitiesOfTheFunctionAreLookedForOnEachChangeAndEachWeek() throws IOException {
    var ci = workflows().get(GITHUB.resolve("workflows/ci.yml"));
    var scans = new TreeMap<String, JsonNode>();
    for (var step : ci.at("/jobs/verify/steps")) {
      if (step.path("uses").asText().startsWith("anchore/scan-action@")) {
        assertThat(step.has("if")).isFalse();
        assertThat(step.at("/with/fail-build").asText("true")).isEqualTo("true");
        scans.put(step.at("/with/sbom").asText() + step.at("/with/path").asText(), step);
      }
    }

    assertThat(scans).containsOnlyKeys("target/ci/function.cdx.json", "target/ci/jar");
    assertThat(Files.readString(Path.of(".ci", "run")))
        .contains(
            "cp function/target/function.cdx.json \"$checkout/target/ci/\"",
            "cp function/target/function.jar \"$checkout/target/ci/jar/\"");
    assertThat(ci.at("/on/schedule/0/cron").asText()).matches("\\d+ \\d+ \\* \\* \\d");
  }

  @Test
  void moveOfCognitosServiceModelIsLookedForEachWeek() throws IOException {
    var drift = workflows().get(GITHUB.resolve("workflows/drift.yml"));

    assertThat(drift.findValuesAsText("run")).containsExactly("bin/drift");
    assertThat(drift.at("/on/schedule/0/cron").asText()).matches("\\d+ \\d+ \\* \\* \\d");
    assertThat(drift.get("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
    assertThat(drift.toString()).doesNotContain("secrets.");
  }

  @Test
  void mutationsOfTheFunctionAndTheUserPoolAreTriedEachNight() throws IOException {
    var nightly = workflows().get(GITHUB.resolve("workflows/nightly.yml"));

    assertThat(nightly.at("/on/schedule/0/cron").asText()).matches("\\d+ \\d+ \\* \\* \\*");
    assertThat(nightly.findValuesAsText("run"))
        .singleElement()
        .asString()
        .contains("-Ppit", "-pl function,userpool", "process-test-classes");
  }

  @Test
  void renovateKnowsTheCliThatIsTooNew() throws IOException {
    var rules = new ObjectMapper().readTree(GITHUB.resolve("renovate.json").toFile());

    assertThat(rules.get("packageRules"))
        .filteredOn(rule -> rule.has("allowedVersions"))
        .extracting(rule -> rule.get("matchPackageNames").get(0).asText())
        .contains("aws-cdk");
    assertThat(rules.get("packageRules"))
        .filteredOn(rule -> rule.path("groupName").asText().equals("AWS CDK"))
        .singleElement()
        .extracting(rule -> rule.get("matchPackageNames").toString())
        .asString()
        .contains("\"aws-cdk\"", "\"software.amazon.awscdk:aws-cdk-lib\"");
  }

  private static boolean runsTheChange(JsonNode workflow) {
    return List.of("pull_request", "push").stream().anyMatch(workflow.path("on")::has);
  }

  private static Map<Path, JsonNode> workflows() throws IOException {
    var workflows = new TreeMap<Path, JsonNode>();
    try (var files = Files.list(GITHUB.resolve("workflows"))) {
      for (var file : files.toList()) {
        workflows.put(file, new YAMLMapper().readTree(file.toFile()));
      }
    }
    assertThat(workflows).isNotEmpty();
    return workflows;
  }
}
