package io.github.cognitofirstlogin.local.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The target of a route: a function from event to output, and the time limit of the gateway. A
 * failed future means a failed function.
 */
public record Integration(Function<byte[], CompletableFuture<byte[]>> function, Duration timeout) {}
