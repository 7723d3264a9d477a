/**
 * Many people signing in for the first time while Cognito fails in every way, and the books kept on
 * both sides compared: what the pool did, and what each of them was told.
 */
@NullMarked
package io.github.cognitofirstlogin.local.campaign;

import org.jspecify.annotations.NullMarked;
