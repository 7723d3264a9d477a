package io.github.cognitofirstlogin.local.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The configuration that a class of tests needs; classes with the same one share the stack. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DeployedExtension.class)
@interface Deployed {
  /** CDK context, {@code key=value}. */
  String[] value() default {};

  /** Second factors for the pool to have in place of the stack's. */
  String[] secondFactors() default {};
}
