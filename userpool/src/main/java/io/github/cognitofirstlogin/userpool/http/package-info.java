/**
 * A loopback-only HTTP/1.1 server that hides nothing: requests as sent, replies as broken as asked
 * for.
 */
@NullMarked
package io.github.cognitofirstlogin.userpool.http;

import org.jspecify.annotations.NullMarked;
