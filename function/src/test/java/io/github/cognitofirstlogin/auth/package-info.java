/** The promises of the function, each a test with its name. */
package io.github.cognitofirstlogin.auth;
