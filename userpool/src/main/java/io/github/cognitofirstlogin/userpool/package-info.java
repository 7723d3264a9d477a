/**
 * A strict stand-in for Amazon Cognito user pools on one machine: in memory, over the real wire
 * protocol.
 */
@NullMarked
package io.github.cognitofirstlogin.userpool;

import org.jspecify.annotations.NullMarked;
