/** The small values of the wire: bodies, replies, cookies. Knows no Cognito. */
@NullMarked
package io.github.cognitofirstlogin.auth.http;

import org.jspecify.annotations.NullMarked;
