/** Which tokens are a session. */
package io.github.cognitofirstlogin.auth.session;
