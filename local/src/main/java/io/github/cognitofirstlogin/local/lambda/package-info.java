/** A Lambda function on this machine: it loads, calls and ends the handler as Lambda does. */
@NullMarked
package io.github.cognitofirstlogin.local.lambda;

import org.jspecify.annotations.NullMarked;
