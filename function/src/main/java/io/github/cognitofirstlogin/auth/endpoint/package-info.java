/**
 * One class for each route: it reads the request, calls the user pool, and turns the answer into
 * HTTP.
 */
@NullMarked
package io.github.cognitofirstlogin.auth.endpoint;

import org.jspecify.annotations.NullMarked;
