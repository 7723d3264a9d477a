/** What {@code cdk synth} leaves behind, and what the local run does not do of it. */
@NullMarked
package io.github.cognitofirstlogin.local.template;

import org.jspecify.annotations.NullMarked;
