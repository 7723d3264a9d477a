package io.github.cognitofirstlogin.local.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What serves a route: a function from event to output, and how long the gateway waits for it. A
 * future that fails is a function that failed.
 */
public record Integration(Function<byte[], CompletableFuture<byte[]>> function, Duration timeout) {}
