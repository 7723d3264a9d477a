/** Sends the local run requests at a constant rate and measures what it adds to Cognito's time. */
@NullMarked
package io.github.cognitofirstlogin.local.load;

import org.jspecify.annotations.NullMarked;
