/**
 * An HTTP API of API Gateway on this machine: HTTP to payload 2.0 event to Lambda to HTTP. What it
 * does beyond AWS's documentation follows what callers of the real service have published.
 */
@NullMarked
package io.github.cognitofirstlogin.local.gateway;

import org.jspecify.annotations.NullMarked;
