package io.github.cognitofirstlogin.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * The releases of botocore in a Python package index. Each release contains a service model of
 * Cognito.
 */
final class BotocoreReleases {
  private static final String MODEL = "botocore/data/cognito-idp/2016-04-18/service-2.json.gz";
  private static final Pattern WHEEL =
      Pattern.compile("botocore-([0-9]+(?:\\.[0-9]+)+)-[a-z0-9.]+-none-any\\.whl");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Downloads downloads;
  private final URI page;
  private final SortedMap<Version, JsonNode> wheels;

  private BotocoreReleases(Downloads downloads, URI page, SortedMap<Version, JsonNode> wheels) {
    this.downloads = downloads;
    this.page = page;
    this.wheels = wheels;
  }

  /** Reads which releases an index has, in the JSON form of Python's "Simple repository API". */
  static BotocoreReleases in(URI index, Downloads downloads) throws CannotCompare {
    var page = index.resolve("botocore/");
    var wheels = new TreeMap<Version, JsonNode>();
    for (var file : json(page, downloads.get(page)).path("files")) {
      var name = WHEEL.matcher(file.path("filename").asText());
      if (name.matches() && !isYanked(file)) {
        wheels.put(Version.parse(name.group(1)), file);
      }
    }
    if (wheels.isEmpty()) {
      throw new CannotCompare(page + " lists no release of botocore.");
    }
    return new BotocoreReleases(downloads, page, wheels);
  }

  String newest() {
    return wheels.lastKey().toString();
  }

  boolean has(String version) throws CannotCompare {
    return wheels.containsKey(parsed(version));
  }

  ServiceModel model(String version) throws CannotCompare {
    var wheel = wheels.get(parsed(version));
    if (wheel == null) {
      throw new CannotCompare("There is no botocore " + version + " on " + page + ".");
    }
    var address = page.resolve(wheel.path("url").asText());
    var content = downloads.get(address);
    if (!sha256(content).equals(wheel.at("/hashes/sha256").asText())) {
      throw new CannotCompare(
          "The download of " + address + " does not have the checksum that the index names.");
    }
    return new ServiceModel(json(address, modelIn(address, content)));
  }

  /** The author took a yanked release back, and the field may hold the reason. */
  private static boolean isYanked(JsonNode file) {
    return file.path("yanked").isTextual() || file.path("yanked").asBoolean();
  }

  private static Version parsed(String version) throws CannotCompare {
    try {
      return Version.parse(version);
    } catch (IllegalArgumentException e) {
      throw new CannotCompare("'" + version + "' is not a version like 1.44.8.");
    }
  }

  private static byte[] modelIn(URI address, byte[] wheel) throws CannotCompare {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(wheel))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(MODEL)) {
          return new GZIPInputStream(zip).readAllBytes();
        }
      }
    } catch (IOException e) {
      throw new CannotCompare("The file " + address + " cannot be unpacked.");
    }
    throw new CannotCompare("The file " + address + " holds no " + MODEL + ".");
  }

  private static JsonNode json(URI address, byte[] content) throws CannotCompare {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new CannotCompare("The answer of " + address + " is not JSON.");
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
