/** The command {@code bin/user-pool}. */
@NullMarked
package io.github.cognitofirstlogin.userpool.command;

import org.jspecify.annotations.NullMarked;
