/** The values of HTTP: bodies, replies, cookies. This package does not know Cognito. */
@NullMarked
package io.github.cognitofirstlogin.auth.http;

import org.jspecify.annotations.NullMarked;
