/** The tokens that count as a session, and those that do not. */
package io.github.cognitofirstlogin.auth.session;
