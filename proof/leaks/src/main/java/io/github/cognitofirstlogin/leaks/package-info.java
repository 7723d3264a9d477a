/**
 * Watches every test of the repository for secrets in the wrong place. The fixtures that send
 * requests tell it what they sent and got; everything printed it hears by itself. Tests also find
 * here the names of the hostile cases, the hosts that rules about clear text are tested with, and
 * the commands that the documents tell people to run.
 */
@NullMarked
package io.github.cognitofirstlogin.leaks;

import org.jspecify.annotations.NullMarked;
