/** A user pool with its users, and the operations of administrators. */
@NullMarked
package io.github.cognitofirstlogin.userpool.users;

import org.jspecify.annotations.NullMarked;
