/**
 * Coverage-guided fuzzing of the function, which Jazzer does in JVMs of its own. What is fuzzed is
 * plain Java, so that every input can be run again as a test.
 */
@NullMarked
package io.github.cognitofirstlogin.fuzz;

import org.jspecify.annotations.NullMarked;
