/**
 * Every variant of a first login, by a front end that knows only the public API, with the
 * synthesized stack on this machine.
 */
package io.github.cognitofirstlogin.local.e2e;
