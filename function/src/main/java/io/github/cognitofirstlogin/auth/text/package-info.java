/** Reads texts that arrive from a caller or from Cognito. Knows neither HTTP nor Cognito. */
@NullMarked
package io.github.cognitofirstlogin.auth.text;

import org.jspecify.annotations.NullMarked;
