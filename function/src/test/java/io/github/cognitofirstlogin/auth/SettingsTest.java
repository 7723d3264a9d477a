package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.oracle.Hostile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER_POOL_ID",
        "USER_POOL_CLIENT_ID",
        "REFRESH_TOKEN_VALIDITY",
        "AWS_REGION",
        "AUTH_SESSION_VALIDITY",
        "WRITABLE_ATTRIBUTES",
        "PASSWORD_POLICY",
        "TOTP_ISSUER",
        "COOKIE_SHAPE",
        "COOKIE_DOMAIN",
        "COOKIE_SAME_SITE"
      })
  @Hostile({"S1", "S4"})
  void missingVariableEndsTheStartByName(String name) {
    for (String value : new String[] {null, "", "  "}) {
      Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
      environment.put(name, value);

      assertThatThrownBy(() -> new AuthHandler(environment))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("environment variable " + name + " is not set");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "USER_POOL_CLIENT_ID,has space",
    "USER_POOL_ID,../x",
    "REFRESH_TOKEN_VALIDITY,0",
    "ALLOWED_ORIGINS,*",
    "ALLOWED_ORIGINS,https://*.example.com",
    "ALLOWED_ORIGINS,https://a.example/path",
    "ALLOWED_ORIGINS,null",
    "AWS_REGION,nowhere",
    "AWS_REGION,cn-north-1",
    "AWS_REGION,us-gov-west-1",
    "AWS_REGION,us-iso-east-1",
    "AWS_REGION,us-isob-east-1",
    "AWS_REGION,us-isof-south-1",
    "AWS_REGION,eu-isoe-west-1",
    "AWS_REGION,eusc-de-east-1",
    "AWS_USE_FIPS_ENDPOINT,true",
    "AWS_USE_FIPS_ENDPOINT,True",
    "AWS_USE_FIPS_ENDPOINT,yes",
    "AWS_USE_DUALSTACK_ENDPOINT,true",
    "AUTH_SESSION_VALIDITY,2",
    "AUTH_SESSION_VALIDITY,16",
    "AUTH_SESSION_VALIDITY,soon",
    "WRITABLE_ATTRIBUTES,'a b'",
    "WRITABLE_ATTRIBUTES,'a,'",
    "PASSWORD_POLICY,12",
    "COOKIE_SHAPE,ROUND",
    "COOKIE_DOMAIN,example.com",
    "COOKIE_DOMAIN,.example.com; Path=/x",
    "COOKIE_DOMAIN,.com",
    "COOKIE_SAME_SITE,none",
    "FRONT_DOOR_KEY,short",
    "FRONT_DOOR_KEY,'has a space and is long enough otherwise'",
    "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,localhost:9229",
    "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,ftp://localhost",
    "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,http://a b",
  })
  @Hostile({"S1", "S2", "S3", "S4"})
  void illegalValueEndsTheStartByNameWithoutTheValue(String name, String value) {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put(name, value);

    assertThatThrownBy(() -> new AuthHandler(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("environment variable " + name + " has an illegal value");
  }

  @Test
  @Hostile("S2")
  void lineBreakInACookieSettingEndsTheStart() {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put("COOKIE_DOMAIN", ".example.com\r\nset-cookie: a=b");

    assertThatThrownBy(() -> Settings.from(environment)).hasMessageContaining("COOKIE_DOMAIN");
  }

  @Test
  void crossSiteNeedsNoDomain() {
    var environment = Api.crossSite();

    assertThat(SessionSettings.from(environment).cookies().site())
        .isEqualTo("SameSite=None; Partitioned");
  }

  @Test
  void withoutOriginsNoPageOfAnotherHostMayCall() {
    assertThat(Settings.from(Api.environment("ALLOWED_ORIGINS", null)).origins().allowed())
        .isEmpty();
  }

  @Test
  void authorizerNeedsNothingThatOnlySignInsNeed() {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment
        .keySet()
        .retainAll(
            Set.of(
                "USER_POOL_ID",
                "USER_POOL_CLIENT_ID",
                "AWS_REGION",
                "COOKIE_SHAPE",
                "COOKIE_DOMAIN",
                "COOKIE_SAME_SITE"));

    assertThat(new SessionAuthorizer(environment)).isNotNull();
    environment.remove("USER_POOL_ID");
    assertThatThrownBy(() -> new SessionAuthorizer(environment))
        .hasMessage("environment variable USER_POOL_ID is not set");
  }

  @Test
  void standardVariableOfTheSdksRedirectsCognito() {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put(
        Setting.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER.name(), "http://localhost:9229");

    assertThat(SessionSettings.from(environment).endpoint())
        .isEqualTo(URI.create("http://localhost:9229"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false", "False"})
  void endpointThatIsNotAskedForIsNoObstacle(String value) {
    Map<String, String> environment = new HashMap<>(Api.ENVIRONMENT);
    environment.put("AWS_USE_FIPS_ENDPOINT", value);
    environment.put("AWS_USE_DUALSTACK_ENDPOINT", value);

    assertThat(SessionSettings.from(environment)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "ap-southeast-7", "il-central-1", "mx-central-1"})
  void everyRegionOfThePartitionIsServed(String region) {
    assertThat(SessionSettings.from(Api.environment("AWS_REGION", region)).issuer())
        .startsWith("https://cognito-idp." + region + ".amazonaws.com/");
  }

  @Test
  void cognitoIsThatOfTheFunctionsRegion() {
    assertThat(SessionSettings.from(Api.ENVIRONMENT).endpoint())
        .isEqualTo(
            URI.create(
                "https://cognito-idp.%s.amazonaws.com"
                    .formatted(Api.ENVIRONMENT.get(Setting.AWS_REGION.name()))));
  }
}
