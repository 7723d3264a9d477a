package io.github.cognitofirstlogin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The results of the drift watch for this repository. */
class RepositoryTest {
  private static final Path OPERATIONS =
      Path.of("function/src/main/java/io/github/cognitofirstlogin/auth/cognito/Operation.java");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^  ([A-Z_]+)\\(");

  private static Checkout checkout;

  @BeforeAll
  static void read() throws IOException {
    checkout = Checkout.at(Path.of(""));
  }

  @Test
  void everyOperationOfTheFunctionIsInUse() throws Exception {
    var ofTheFunction = new TreeSet<String>();
    var constants = CONSTANT.matcher(Files.readString(OPERATIONS));
    while (constants.find()) {
      ofTheFunction.add(camelCase(constants.group(1)));
    }
    assertThat(ofTheFunction).contains("InitiateAuth").hasSizeGreaterThan(8);

    // Without the user pool's own list, which contains most of them.
    assertThat(checkout.calledWithTheSdk(ofTheFunction)).containsExactlyElementsOf(ofTheFunction);
  }

  @Test
  void whatOnlyTheToolsForOperatorsCallIsInUse() throws Exception {
    var tools = Set.of("AdminAddUserToGroup", "AdminListGroupsForUser", "GetGroup");

    assertThat(checkout.operationsInUse(tools)).containsAll(tools);
  }

  /** Each line that copies a limit of Cognito names the limit's shape. */
  @Test
  void boundsThatAreCopiedAreFoundByTheNameOfTheirShape() {
    assertNamed(
        "SessionType", "TextRule.java", "InputTest.java", "service-model.json", "openapi.yaml");
    assertNamed("UsernameType", "TextRule.java", "Rules.java", "openapi.yaml", "index.html");
    assertNamed(
        "PasswordType", "TextRule.java", "PasswordPolicy.java", "openapi.yaml", "index.html");
    assertNamed("ConfirmationCodeType", "TextRule.java", "openapi.yaml", "index.html");
    assertNamed("SoftwareTokenMFAUserCodeType", "TextRule.java");
    assertNamed(
        "AttributeValueType",
        "TextRule.java",
        "Rules.java",
        "SchemaAttribute.java",
        "attributes.js");
    assertNamed("TokenModelType", "AuthAnswer.java");
    assertNamed("SecretCodeType", "AuthenticatorSetup.java");
    assertNamed("ClientIdType", "SessionSettings.java");
    assertNamed("UserPoolIdType", "SessionSettings.java");
  }

  @Test
  void refusalsAreFoundByTheNameOfTheirException() {
    assertNamed("FeatureUnavailableInTier", "RefusalRow.java");
  }

  private static void assertNamed(String name, String... files) {
    var lines = checkout.linesNaming(List.of(name));
    Arrays.stream(files)
        .forEach(
            file ->
                assertThat(lines)
                    .as(name)
                    .anyMatch(line -> line.matches(".*/" + Pattern.quote(file) + ":[0-9, ]+")));
  }

  private static String camelCase(String constant) {
    var words = new StringBuilder();
    for (var word : constant.split("_")) {
      words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return words.toString();
  }
}
