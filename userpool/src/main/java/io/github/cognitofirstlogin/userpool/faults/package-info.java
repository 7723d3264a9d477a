/** The space of faults that the campaign and the transport matrix draw from. */
@NullMarked
package io.github.cognitofirstlogin.userpool.faults;

import org.jspecify.annotations.NullMarked;
