package io.github.cognitofirstlogin.userpool.settings;

import io.github.cognitofirstlogin.userpool.protocol.CognitoException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One attribute of a pool's schema. */
public record SchemaAttribute(
    String name, Type type, boolean required, boolean mutable, int minimum, int maximum) {

  /** CloudFormation's {@code AttributeDataType}. */
  public enum Type {
    STRING("String"),
    NUMBER("Number"),
    BOOLEAN("Boolean"),
    DATE_TIME("DateTime");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    static Type of(String word) {
      for (var type : values()) {
        if (type.word.equals(word)) {
          return type;
        }
      }
      throw new IllegalArgumentException("no attribute data type " + word);
    }
  }

  /** The maximum of Cognito's AttributeValueType. */
  private static final int MAX_LENGTH = 2048;

  /** The length of {@code 1990-12-31}. */
  private static final int DATE_LENGTH = 10;

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]{2,15}");

  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  public static boolean isPhoneNumber(String text) {
    return PHONE_NUMBER.matcher(text).matches();
  }

  static SchemaAttribute standard(String name) {
    var type =
        switch (name) {
          case "email_verified", "phone_number_verified" -> Type.BOOLEAN;
          case "updated_at" -> Type.NUMBER;
          default -> Type.STRING;
        };
    if (name.equals("birthdate")) {
      return new SchemaAttribute(name, type, false, true, DATE_LENGTH, DATE_LENGTH);
    }
    var sub = name.equals("sub");
    return new SchemaAttribute(
        name, type, sub, !sub, 0, type == Type.NUMBER ? Integer.MAX_VALUE : MAX_LENGTH);
  }

  static SchemaAttribute from(
      String name, @Nullable SchemaAttribute standard, CloudFormationProperties section) {
    var word =
        section.word(
            "AttributeDataType",
            standard == null ? "String" : standard.type.word(),
            "String",
            "Number",
            "Boolean",
            "DateTime");
    var type = Type.of(word);
    var strings = section.section("StringAttributeConstraints");
    var numbers = section.section("NumberAttributeConstraints");
    var number = type == Type.NUMBER;
    var minimum =
        number
            ? numbers.number("MinValue", Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE)
            : strings.number("MinLength", standard == null ? 0 : standard.minimum, 0, MAX_LENGTH);
    var maximum =
        number
            ? numbers.number("MaxValue", Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE)
            : strings.number(
                "MaxLength", standard == null ? MAX_LENGTH : standard.maximum, 0, MAX_LENGTH);
    strings.warnAboutTheRest();
    numbers.warnAboutTheRest();
    var attribute =
        new SchemaAttribute(
            standard == null ? "custom:" + name : name,
            type,
            section.flag("Required", false),
            section.flag("Mutable", true),
            minimum,
            maximum);
    section.warnAboutTheRest();
    return attribute;
  }

  void check(String value) {
    if (name.equals("email") && !value.isEmpty() && !isEmail(value)) {
      throw CognitoException.invalidParameter("Invalid email address format.");
    }
    if (name.equals("phone_number") && !value.isEmpty() && !isPhoneNumber(value)) {
      throw CognitoException.invalidParameter("Invalid phone number format.");
    }
    switch (type) {
      case STRING, DATE_TIME -> checkLength(value);
      case NUMBER -> checkNumber(value);
      case BOOLEAN -> {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
          throw nonconforming(name, "Boolean attribute value must be either true or false.");
        }
      }
    }
  }

  static CognitoException nonconforming(String name, String why) {
    return CognitoException.invalidParameter(
        "Attributes did not conform to the schema: " + name + ": " + why + "\n");
  }

  private void checkLength(String value) {
    if (value.length() < minimum) {
      throw nonconforming(name, "String must be no shorter than " + minimum + " characters");
    }
    if (value.length() > maximum) {
      throw nonconforming(name, "String must be no longer than " + maximum + " characters");
    }
  }

  private void checkNumber(String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw nonconforming(name, "Number attribute value is not a number.");
    }
    if (number.compareTo(BigDecimal.valueOf(minimum)) < 0
        || number.compareTo(BigDecimal.valueOf(maximum)) > 0) {
      throw nonconforming(name, "Number attribute value is out of range.");
    }
  }
}
