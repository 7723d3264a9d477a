/**
 * An HTTP API of API Gateway on this machine: HTTP to payload 2.0 event to Lambda to HTTP. Behavior
 * that AWS does not document follows public reports of callers.
 */
@NullMarked
package io.github.cognitofirstlogin.local.gateway;

import org.jspecify.annotations.NullMarked;
