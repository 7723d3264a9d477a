/**
 * Proves that the tests see each protection: switches it off in a copy of its source and runs the
 * tests that are said to fail then.
 */
@NullMarked
package io.github.cognitofirstlogin.protections;

import org.jspecify.annotations.NullMarked;
