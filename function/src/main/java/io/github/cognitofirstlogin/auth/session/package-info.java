/** Who a session cookie belongs to. Knows no Lambda and no SDK. */
@NullMarked
package io.github.cognitofirstlogin.auth.session;

import org.jspecify.annotations.NullMarked;
