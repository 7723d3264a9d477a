/** Reads the documents of this repository, for tests that hold them to what is there. */
@NullMarked
package io.github.cognitofirstlogin.docs;

import org.jspecify.annotations.NullMarked;
