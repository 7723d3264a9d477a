/** Reads texts of a caller or of Cognito. This package knows neither HTTP nor Cognito. */
@NullMarked
package io.github.cognitofirstlogin.auth.text;

import org.jspecify.annotations.NullMarked;
