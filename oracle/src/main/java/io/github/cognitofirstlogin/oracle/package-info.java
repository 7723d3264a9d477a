/**
 * Watches every test of the repository for secrets in the wrong place. The fixtures that send
 * requests tell it what they sent and got; everything printed it hears by itself. Here is too by
 * what name a test calls the hostile case that it holds.
 */
@NullMarked
package io.github.cognitofirstlogin.oracle;

import org.jspecify.annotations.NullMarked;
