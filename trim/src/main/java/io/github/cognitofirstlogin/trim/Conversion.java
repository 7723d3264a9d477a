package io.github.cognitofirstlogin.trim;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** From the type of a value as an interface knows it to the type that a body takes, and back. */
final class Conversion {
  private Conversion() {}

  /**
   * Writes what LambdaMetafactory does.
   *
   * @param actual what the value is between the two, if it is an object
   */
  static void write(GeneratorAdapter code, Type from, Type actual, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      Type unboxed = unboxed(actual, from);
      code.cast(from, unboxed);
      code.valueOf(unboxed);
    } else if (isPrimitive(to)) {
      Type unboxed = unboxed(isPrimitive(actual) ? from : actual, to);
      code.unbox(unboxed);
      code.cast(unboxed, to);
    } else {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static Type unboxed(Type boxed, Type otherwise) {
    return switch (boxed.getClassName()) {
      case "java.lang.Boolean" -> Type.BOOLEAN_TYPE;
      case "java.lang.Byte" -> Type.BYTE_TYPE;
      case "java.lang.Character" -> Type.CHAR_TYPE;
      case "java.lang.Short" -> Type.SHORT_TYPE;
      case "java.lang.Integer" -> Type.INT_TYPE;
      case "java.lang.Long" -> Type.LONG_TYPE;
      case "java.lang.Float" -> Type.FLOAT_TYPE;
      case "java.lang.Double" -> Type.DOUBLE_TYPE;
      default -> otherwise;
    };
  }

  static void drop(GeneratorAdapter code, Type type) {
    if (type.getSize() == 2) {
      code.pop2();
    } else if (type.getSize() == 1) {
      code.pop();
    }
  }
}
