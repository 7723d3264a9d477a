package io.github.cognitofirstlogin.local.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test whose story is in {@code docs/flows.md} under this name. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Flow {
  String value();
}
