/**
 * The drift watch: the differences of two published service models of Cognito user pools, and the
 * lines of this repository that name them.
 */
@NullMarked
package io.github.cognitofirstlogin.drift;

import org.jspecify.annotations.NullMarked;
