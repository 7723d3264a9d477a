/**
 * Coverage-guided fuzzing of the function with Jazzer, in its own JVMs. The targets are plain Java,
 * so a test can run every input again.
 */
@NullMarked
package io.github.cognitofirstlogin.fuzz;

import org.jspecify.annotations.NullMarked;
