/** The user pool as the endpoints see it; the only code that calls the AWS SDK. Knows no HTTP. */
@NullMarked
package io.github.cognitofirstlogin.auth.cognito;

import org.jspecify.annotations.NullMarked;
