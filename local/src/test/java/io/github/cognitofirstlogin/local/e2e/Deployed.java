package io.github.cognitofirstlogin.local.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The configuration of a test class. Classes with the same configuration share the stack. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DeployedExtension.class)
@interface Deployed {
  /** CDK context, {@code key=value}. */
  String[] value() default {};

  /** The second factors of the pool in place of the stack's own. */
  String[] secondFactors() default {};
}
