/** A part of the build: makes the deployed jar start faster. Nothing of it is in the jar. */
@NullMarked
package io.github.cognitofirstlogin.trim;

import org.jspecify.annotations.NullMarked;
