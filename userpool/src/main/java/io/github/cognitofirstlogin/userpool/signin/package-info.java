/** The operations of users: signing in, challenges and tokens. */
@NullMarked
package io.github.cognitofirstlogin.userpool.signin;

import org.jspecify.annotations.NullMarked;
