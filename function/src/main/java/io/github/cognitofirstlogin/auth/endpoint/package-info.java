/** One class a route: read, ask, answer. What an answer of the user pool means in HTTP. */
@NullMarked
package io.github.cognitofirstlogin.auth.endpoint;

import org.jspecify.annotations.NullMarked;
