import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;

/**
 * Adds the libraries of contained-libraries.yaml to the bill of materials. The CycloneDX plugin
 * cannot know them, because it reads POMs only. Each becomes a component of its own, because not
 * every scanner reads a component inside of another one, and a dependency of the library whose jar
 * contains it.
 */
class AddContainedLibraries {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] files) throws IOException {
    var contained = new ObjectMapper(new YAMLFactory()).readTree(new File(files[0]));
    var file = new File(files[1]);
    var bill = (ObjectNode) JSON.readTree(file);
    for (var each : contained) {
      add(each, bill);
    }
    JSON.writerWithDefaultPrettyPrinter().writeValue(file, bill);
  }

  private static void add(JsonNode contained, ObjectNode bill) {
    var library = contained.required("library").asText().split(":");
    var in = contained.required("in").asText().split(":");
    var purl = "pkg:maven/%s/%s@%s?type=jar".formatted((Object[]) library);
    dependencies(in[0], in[1], bill).withArray("dependsOn").add(purl);

    var component = bill.withArray("components").addObject();
    component.put("type", "library");
    component.put("bom-ref", purl);
    component.put("group", library[0]);
    component.put("name", library[1]);
    component.put("version", library[2]);
    component.put(
        "description",
        "Contained in the jar of %s:%s, in %s"
            .formatted(in[0], in[1], contained.required("folder").asText()));
    component.put("scope", "required");
    component
        .putArray("licenses")
        .addObject()
        .putObject("license")
        .put("id", contained.required("license").asText());
    component.put("purl", purl);
    bill.withArray("dependencies").addObject().put("ref", purl).putArray("dependsOn");
  }

  private static ObjectNode dependencies(String group, String name, ObjectNode bill) {
    var start = "pkg:maven/%s/%s@".formatted(group, name);
    for (var each : bill.withArray("dependencies")) {
      if (each.required("ref").asText().startsWith(start)) {
        return (ObjectNode) each;
      }
    }
    throw new IllegalArgumentException(
        "the bill of materials has no %s:%s; remove what it contained".formatted(group, name));
  }
}
