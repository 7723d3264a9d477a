/**
 * The user pool for the endpoints. Only this package calls the AWS SDK, and it does not know HTTP.
 */
@NullMarked
package io.github.cognitofirstlogin.auth.cognito;

import org.jspecify.annotations.NullMarked;
