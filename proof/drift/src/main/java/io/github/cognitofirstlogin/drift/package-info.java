/**
 * The drift watch: what moved between two published service models of Cognito user pools, and which
 * lines of this repository name it.
 */
@NullMarked
package io.github.cognitofirstlogin.drift;

import org.jspecify.annotations.NullMarked;
