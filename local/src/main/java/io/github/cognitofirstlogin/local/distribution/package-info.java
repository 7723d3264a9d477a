/** A CloudFront distribution on this machine, as far as it decides what becomes of a request. */
@NullMarked
package io.github.cognitofirstlogin.local.distribution;

import org.jspecify.annotations.NullMarked;
