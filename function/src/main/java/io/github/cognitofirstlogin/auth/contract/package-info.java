/**
 * What the function, the stack and the callers must agree on. Imports nothing but {@code java.*}.
 */
@NullMarked
package io.github.cognitofirstlogin.auth.contract;

import org.jspecify.annotations.NullMarked;
