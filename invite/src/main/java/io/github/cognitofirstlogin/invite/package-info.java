/** The command {@code bin/invite}: creates users and sends them their temporary passwords. */
@NullMarked
package io.github.cognitofirstlogin.invite;

import org.jspecify.annotations.NullMarked;
