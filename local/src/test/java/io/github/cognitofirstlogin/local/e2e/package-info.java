/**
 * Every way a first login can go, by a front end that knows the public API only, against the
 * synthesized stack on this machine.
 */
package io.github.cognitofirstlogin.local.e2e;
