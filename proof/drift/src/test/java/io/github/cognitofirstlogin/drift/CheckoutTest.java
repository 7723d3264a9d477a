package io.github.cognitofirstlogin.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
  private static final String SDK =
      "import software.amazon.awssdk.services.cognitoidentityprovider.model.X;\n";

  @TempDir private Path root;

  @BeforeEach
  void pin() throws IOException {
    write(
        "userpool/src/main/resources/service-model.json",
        "{\n  \"origin\": \"botocore 1.2.3 (Apache-2.0)\",\n  \"operations\": {\"GetUser\": {}}\n}\n");
  }

  @Test
  void pinIsTheOriginOfTheUserPoolsModel() throws Exception {
    assertThat(Checkout.at(root).pinnedVersion()).isEqualTo("1.2.3");
  }

  @Test
  void modelWithoutAnOriginCannotBeCompared() throws IOException {
    write("userpool/src/main/resources/service-model.json", "{}");

    assertThatThrownBy(() -> Checkout.at(root).pinnedVersion())
        .isInstanceOf(CannotCompare.class)
        .hasMessage("service-model.json names no version of botocore as its origin.");
  }

  @Test
  void operationIsInUseWhereMainCodeCallsItOrTheUserPoolAnswersIt() throws Exception {
    write("function/src/main/java/A.java", SDK + "var r = InitiateAuthRequest.builder();");
    write("admin/src/main/java/B.java", SDK + "cognito.adminGetUser(request -> {});");
    write("admin/src/test/java/C.java", SDK + "cognito.listUsers(request -> {});");
    write("infra/src/main/java/D.java", "mail.signUp(someone);");

    assertThat(
            Checkout.at(root)
                .operationsInUse(
                    Set.of(
                        "AdminGetUser",
                        "AdminInitiateAuth",
                        "GetUser",
                        "InitiateAuth",
                        "ListUsers",
                        "SignUp")))
        .containsExactly("AdminGetUser", "GetUser", "InitiateAuth");
  }

  @Test
  void linesAreNamedThatHoldTheNameAsAWholeWord() throws IOException {
    write("docs/a.md", "SessionType\nMySessionType SessionTypes\n`SessionType`.\n");
    write("web/b.js", "// session type\n");

    assertThat(Checkout.at(root).linesNaming(List.of("SessionType")))
        .containsExactly("docs/a.md:1, 3");
  }

  @Test
  void whatToolsMadeAndWhatTellsOfThePastIsNotSearched() throws IOException {
    for (var file :
        List.of(
            "local/target/a.md",
            "node_modules/a/b.js",
            "cdk.out/a.json",
            "CHANGELOG.md",
            "proof/drift/src/A.java")) {
      write(file, "SessionType\n");
    }

    assertThat(Checkout.at(root).linesNaming(List.of("SessionType"))).isEmpty();
  }

  private void write(String file, String content) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
