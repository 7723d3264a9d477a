package io.github.cognitofirstlogin.userpool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPoolFileTest {

  @TempDir private Path directory;

  @Test
  void templateGivesItsPoolAndItsClient() throws Exception {
    var template =
        Files.writeString(
            directory.resolve("template.json"),
            """
            {"Resources": {
              "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {"MfaConfiguration": "ON"}},
              "Client": {"Type": "AWS::Cognito::UserPoolClient",
                         "Properties": {"UserPoolId": {"Ref": "Users"}, "AuthSessionValidity": 15}}}}""");

    var read = UserPoolFile.read(template);

    assertThat(read.userPool().path("MfaConfiguration").asText()).isEqualTo("ON");
    assertThat(read.userPoolClient().path("AuthSessionValidity").asInt()).isEqualTo(15);
    assertThat(read.users()).isEmpty();
  }

  @Test
  void withoutAFilePeopleSignInWithAPassword() {
    assertThat(UserPoolFile.none().userPoolClient().toString())
        .contains("ALLOW_USER_PASSWORD_AUTH");
  }
}
