/**
 * Reads the output of {@code cdk synth}, and lists the parts that the local run does not support.
 */
@NullMarked
package io.github.cognitofirstlogin.local.template;

import org.jspecify.annotations.NullMarked;
