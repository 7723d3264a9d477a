/** The promises of the function, each as a test with its name. */
package io.github.cognitofirstlogin.auth;
