/**
 * Simulates many first logins while Cognito fails in every way, and compares the pool's actions
 * with the replies.
 */
@NullMarked
package io.github.cognitofirstlogin.campaign;

import org.jspecify.annotations.NullMarked;
