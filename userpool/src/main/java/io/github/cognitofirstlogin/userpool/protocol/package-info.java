/** What requests and answers are made of, and the service model that checks them. */
@NullMarked
package io.github.cognitofirstlogin.userpool.protocol;

import org.jspecify.annotations.NullMarked;
