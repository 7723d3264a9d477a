/**
 * Watches every test of the repository for secrets in the wrong place. The fixtures that send
 * requests tell it what they sent and got; everything printed it hears by itself.
 */
@NullMarked
package io.github.cognitofirstlogin.oracle;

import org.jspecify.annotations.NullMarked;
