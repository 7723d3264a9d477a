package io.github.cognitofirstlogin.userpool.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes users of a pool may have: the standard ones and the pool's own. */
public record Schema(Map<String, SchemaAttribute> attributes) {

  private static final List<String> STANDARD =
      List.of(
          "sub",
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "email",
          "email_verified",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "phone_number",
          "phone_number_verified",
          "address",
          "updated_at");

  static Schema from(CloudFormationProperties pool) {
    var attributes = new LinkedHashMap<String, SchemaAttribute>();
    STANDARD.forEach(name -> attributes.put(name, SchemaAttribute.standard(name)));
    for (var section : pool.sections("Schema")) {
      var name = section.text("Name").orElseThrow(() -> section.refused("Name", "set", ""));
      var attribute = SchemaAttribute.from(name, attributes.get(name), section);
      attributes.put(attribute.name(), attribute);
    }
    return new Schema(attributes);
  }

  public Optional<SchemaAttribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Names of the attributes a user must have before the first sign-in completes. */
  public List<String> required() {
    return attributes.values().stream()
        .filter(SchemaAttribute::required)
        .map(SchemaAttribute::name)
        .filter(name -> !name.equals("sub"))
        .toList();
  }

  /** Refuses attributes that are not in the schema or do not fit it. */
  public void check(Map<String, String> given) {
    given.forEach(
        (name, value) ->
            attribute(name)
                .orElseThrow(
                    () ->
                        SchemaAttribute.nonconforming(
                            name, "Attribute does not exist in the schema."))
                .check(value));
  }
}
