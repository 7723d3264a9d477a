/** Passwords, random values, signatures and one-time codes. */
@NullMarked
package io.github.cognitofirstlogin.userpool.crypto;

import org.jspecify.annotations.NullMarked;
