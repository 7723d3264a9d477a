/**
 * The facts on which the function, the stack and the callers agree. Imports only {@code java.*}.
 */
@NullMarked
package io.github.cognitofirstlogin.auth.contract;

import org.jspecify.annotations.NullMarked;
