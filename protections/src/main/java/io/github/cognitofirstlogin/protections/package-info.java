/**
 * Shows that the tests detect each missing protection: it switches the protection off in a copy of
 * its source and runs the named tests.
 */
@NullMarked
package io.github.cognitofirstlogin.protections;

import org.jspecify.annotations.NullMarked;
