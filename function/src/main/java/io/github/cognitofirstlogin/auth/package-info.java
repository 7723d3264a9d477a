/** The Lambda function: event to route to reply to response. */
@NullMarked
package io.github.cognitofirstlogin.auth;

import org.jspecify.annotations.NullMarked;
