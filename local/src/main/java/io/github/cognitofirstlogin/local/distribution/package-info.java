/** A CloudFront distribution on this machine: the part that decides the way of a request. */
@NullMarked
package io.github.cognitofirstlogin.local.distribution;

import org.jspecify.annotations.NullMarked;
