/** Verifies the token of a session cookie. This package knows neither Lambda nor the SDK. */
@NullMarked
package io.github.cognitofirstlogin.auth.session;

import org.jspecify.annotations.NullMarked;
