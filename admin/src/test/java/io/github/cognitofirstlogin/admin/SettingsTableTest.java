package io.github.cognitofirstlogin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Each setting of Cognito's description is in the table of docs/existing-pools.md. */
class SettingsTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DOCUMENT = Path.of("docs", "existing-pools.md");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

  private static final String POOL =
      """
      {"Id":"us-east-1_AbCdEfGhI","MfaConfiguration":"ON","DeviceConfiguration":{},
       "SchemaAttributes":[{"Name":"name","Required":true,"Mutable":true}],
       "AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"verified_email","Priority":1}]},
       "UserPoolAddOns":{"AdvancedSecurityMode":"ENFORCED"}}""";

  private static final String CLIENT =
      """
      {"ClientId":"1example23456789abcdefghij","ClientSecret":"secret",
       "AllowedOAuthFlowsUserPoolClient":true,"RefreshTokenRotation":{"Feature":"ENABLED"}}""";

  private enum Table {
    DESCRIBE_USER_POOL("DescribeUserPool", "UserPoolType", UserPoolType.builder().build()),
    DESCRIBE_USER_POOL_CLIENT(
        "DescribeUserPoolClient", "UserPoolClientType", UserPoolClientType.builder().build());

    private final String operation;
    private final String type;
    private final SdkPojo ofSdk;

    Table(String operation, String type, SdkPojo ofSdk) {
      this.operation = operation;
      this.type = type;
      this.ofSdk = ofSdk;
    }
  }

  private record Row(List<String> settings, String lookedAtBy, String reason) {
    boolean isOfCheckPool() {
      return lookedAtBy.contains("check-pool");
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachSettingOfTheNewestModelStandsInTheTableOnce(Table table) throws IOException {
    assertThat(rows(table).stream().flatMap(row -> row.settings().stream()))
        .containsExactlyInAnyOrderElementsOf(newestModel(table));
  }

  @ParameterizedTest
  @EnumSource
  void eachSettingOfThePinnedSdkStandsInTheTable(Table table) throws IOException {
    assertThat(rows(table).stream().flatMap(row -> row.settings().stream()))
        .containsAll(leaves(table.ofSdk, ""));
  }

  @ParameterizedTest
  @EnumSource
  void tableMarksExactlyTheSettingsThatCheckPoolReads(Table table) throws IOException {
    var looks = looks(table);

    for (var row : rows(table)) {
      for (var setting : row.settings()) {
        assertThat(looks.stream().anyMatch(look -> holds(look, setting)))
            .as(setting)
            .isEqualTo(row.isOfCheckPool());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkPoolReadsOnlySettingsOfTheModel(Table table) throws IOException {
    var settings = newestModel(table);

    assertThat(looks(table))
        .isNotEmpty()
        .allMatch(look -> settings.stream().anyMatch(setting -> holds(look, setting)));
  }

  @ParameterizedTest
  @EnumSource
  void eachRowHasAReason(Table table) throws IOException {
    assertThat(rows(table))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.reason()).as(row.toString()).hasSizeGreaterThan(20));
  }

  @ParameterizedTest
  @EnumSource
  void documentNamesTheModelThatItKnows(Table table) throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(model().get("origin").asText());
    assertThat(newestModel(table)).hasSizeGreaterThan(30);
  }

  private static boolean holds(String look, String setting) {
    return setting.equals(look) || setting.startsWith(look + ".");
  }

  /** The settings that check-pool reads in pools and clients with all settings and with none. */
  private static SortedSet<String> looks(Table table) throws IOException {
    var ofPool = new TreeSet<String>();
    var ofClient = new TreeSet<String>();
    for (var pool : List.of(POOL, "{}")) {
      for (var client : List.of(CLIENT, "{}")) {
        var describedPool = Description.observed(JSON.readTree(pool), ofPool::add);
        var describedClient =
            Optional.of(Description.observed(JSON.readTree(client), ofClient::add));
        Findings.of(describedPool, describedClient);
        DeployWith.context(describedPool, describedClient);
        DeployWith.context(describedPool, Optional.empty());
      }
    }
    return table == Table.DESCRIBE_USER_POOL ? ofPool : ofClient;
  }

  private static List<Row> rows(Table table) throws IOException {
    var section =
        Files.readString(DOCUMENT)
            .lines()
            .dropWhile(line -> !line.equals("### " + table.operation))
            .skip(1)
            .takeWhile(line -> !line.startsWith("#"));
    return section
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|"))
        .map(
            cells ->
                new Row(
                    SPAN.matcher(cells[1]).results().map(span -> span.group(1)).toList(),
                    cells[2].strip(),
                    cells[3].strip()))
        .toList();
  }

  private static List<String> newestModel(Table table) throws IOException {
    var settings = new ArrayList<String>();
    model().get(table.type).forEach(setting -> settings.add(setting.asText()));
    return settings;
  }

  private static JsonNode model() throws IOException {
    try (var file = SettingsTableTest.class.getResourceAsStream("pool-settings.json")) {
      return JSON.readTree(file);
    }
  }

  private static List<String> leaves(SdkPojo type, String prefix) {
    return type.sdkFields().stream()
        .flatMap(field -> leaves(field, prefix + field.locationName()))
        .toList();
  }

  private static Stream<String> leaves(SdkField<?> field, String path) {
    if (field.marshallingType() == MarshallingType.SDK_POJO) {
      return leaves(field.constructor().get(), path + ".").stream();
    }
    if (field.marshallingType() == MarshallingType.LIST) {
      return leaves(field.getTrait(ListTrait.class).memberFieldInfo(), path);
    }
    return Stream.of(path);
  }
}
