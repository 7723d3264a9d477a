/** The two HTTP endpoints: the one that answers as Cognito, and the one that controls it. */
@NullMarked
package io.github.cognitofirstlogin.userpool.wire;

import org.jspecify.annotations.NullMarked;
