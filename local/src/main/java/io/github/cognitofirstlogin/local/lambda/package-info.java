/** A Lambda function on this machine: its handler, as Lambda loads, calls and ends it. */
@NullMarked
package io.github.cognitofirstlogin.local.lambda;

import org.jspecify.annotations.NullMarked;
