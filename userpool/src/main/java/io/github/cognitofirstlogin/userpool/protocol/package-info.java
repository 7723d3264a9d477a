/** The parts of requests and answers, and the service model that checks them. */
@NullMarked
package io.github.cognitofirstlogin.userpool.protocol;

import org.jspecify.annotations.NullMarked;
