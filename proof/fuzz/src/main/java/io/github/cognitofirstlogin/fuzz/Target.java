package io.github.cognitofirstlogin.fuzz;

import java.util.Locale;

/** The fuzz targets, each with its own inputs. */
enum Target {
  EVENT(EventTarget.class, "events, whatever Cognito answers"),
  JSON(JsonTarget.class, "JSON texts and the fields of a body"),
  ANSWER(AnswerTarget.class, "Cognito's answers, through the SDK's client");

  private final Class<?> type;
  private final String description;

  Target(Class<?> type, String description) {
    this.type = type;
    this.description = description;
  }

  /** The class with the method that Jazzer calls. */
  String className() {
    return type.getName();
  }

  String description() {
    return description;
  }

  /** The name of the directory with its inputs. */
  String directory() {
    return name().toLowerCase(Locale.ROOT);
  }

  void run(byte[] input) {
    switch (this) {
      case EVENT -> EventTarget.fuzzerTestOneInput(input);
      case JSON -> JsonTarget.fuzzerTestOneInput(input);
      case ANSWER -> AnswerTarget.fuzzerTestOneInput(input);
    }
  }
}
