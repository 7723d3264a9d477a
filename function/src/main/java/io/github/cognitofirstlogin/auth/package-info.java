/** The Lambda function: it turns an event into a route, and a reply into a response. */
@NullMarked
package io.github.cognitofirstlogin.auth;

import org.jspecify.annotations.NullMarked;
