package io.github.cognitofirstlogin.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitofirstlogin.auth.contract.Setting;
import io.github.cognitofirstlogin.leaks.Hostile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String ENDPOINT = Setting.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER.name();

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
    "ALLOWED_ORIGINS,'https://app.example.com,http://app.example.com'",
    "ALLOWED_ORIGINS,http://localhost.example.com:5173",
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
    "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,http://cognito.example.com",
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
    environment.put(ENDPOINT, "http://localhost:9229");

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://LOCALHOST:9229/",
        "http://127.0.0.1:65535",
        "http://127.255.3.4",
        "http://[::1]:9229",
        "https://cognito-idp-fips.us-east-1.amazonaws.com",
        "https://vpce-0.cognito-idp.eu-west-1.vpce.amazonaws.com:443/",
        "https://cognito:8443/behind/a-proxy",
        "https://10.0.0.7",
        "https://[fd00::7]"
      })
  void passwordsAreSentOverTlsOrToThisMachine(String endpoint) {
    assertThat(SessionSettings.from(Api.environment(ENDPOINT, endpoint)).endpoint())
        .isEqualTo(URI.create(endpoint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cognito.example.com",
        "http://localhost.example.com",
        "http://notlocalhost",
        "http://pool.test.localhost:1",
        "http://a.localhost",
        "http://localhost.",
        "http://127.0.0.1.",
        "http://127.0.0.1.example.com",
        "http://10.0.0.7",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://127.1",
        "http://127.0.0.01",
        "http://127.0.0.256",
        "http://0177.0.0.1",
        "http://0x7f.0.0.1",
        "http://0x7f000001",
        "http://2130706433",
        "http://[::]",
        "http://[::ffff:127.0.0.1]",
        "http://[0:0:0:0:0:0:0:1]",
        "http://[fd00::7]",
        "http://\uff4cocalhost",
        "http://loca\u017fhost",
        "http://host.docker.internal:9229",
        "http://localhost@cognito.example.com",
        "http://localhost:9229@cognito.example.com",
        "http://user@localhost",
        "http://user:password@localhost",
        "http://localhost#@cognito.example.com",
        "http://localhost\\@cognito.example.com",
        "http://localhost%00.example.com",
        "http:localhost",
        "http:/localhost",
        "http:///localhost",
        "http://",
        "http://:9229",
        "http://localhost:",
        "http://localhost:0",
        "http://localhost:65536",
        "http://localhost:09229",
        "http://localhost:+80",
        "http://localhost:-1",
        "http://localhost?",
        "http://localhost?a=b",
        "http://localhost#",
        "http://localhost/..",
        "http://localhost//",
        " http://localhost",
        "http://localhost\n",
        "https://cognito.example.com.",
        "https://.example.com",
        "https://-.example.com",
        "https://user@cognito.example.com",
        "https://cognito.example.com?a=b",
        "https://cognito.example.com#a",
        "https://cognito.example.com:0",
        "https://cognito.example.com:99999",
        "https://cognito..example.com",
        "https://cognito_idp.example.com",
        "https://10.1",
        "https://10.0.0.7.",
        "https://10.0.0.07",
        "https://0xa000007",
        "https://167772167",
        "https://1.2.3.4.5",
        "https://[fd00::7%eth0]",
        "https://[7]",
        "ws://localhost",
        "file:///etc/passwd",
        "jar:http://localhost!/",
        "localhost:9229",
        "//localhost"
      })
  void everyOtherAddressOfCognitoEndsTheStart(String endpoint) {
    assertThatThrownBy(() -> new AuthHandler(Api.environment(ENDPOINT, endpoint)))
        .hasMessage("environment variable " + ENDPOINT + " has an illegal value")
        .hasNoCause();
    assertThatThrownBy(() -> new SessionAuthorizer(Api.environment(ENDPOINT, endpoint)))
        .hasMessage("environment variable " + ENDPOINT + " has an illegal value");
  }

  @Test
  void poolHasTwoNamesAsAnIssuerAndItsKeysOnePlace() {
    SessionSettings settings = SessionSettings.from(Api.ENVIRONMENT);

    assertThat(settings.issuers())
        .containsExactlyInAnyOrder(
            "https://cognito-idp.eu-central-1.amazonaws.com/" + Api.POOL_ID,
            "https://issuer-cognito-idp.eu-central-1.amazonaws.com/" + Api.POOL_ID);
    assertThat(settings.keys().uri())
        .isEqualTo(
            URI.create(
                "https://cognito-idp.eu-central-1.amazonaws.com/"
                    + Api.POOL_ID
                    + "/.well-known/jwks.json"));
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
