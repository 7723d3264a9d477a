/**
 * A loopback-only HTTP/1.1 server. The server passes requests on exactly as sent, and can send
 * broken replies.
 */
@NullMarked
package io.github.cognitofirstlogin.userpool.http;

import org.jspecify.annotations.NullMarked;
