/** Turns the deployer's text into checked values. Only this package parses text. */
@NullMarked
package io.github.cognitofirstlogin.infra.config;

import org.jspecify.annotations.NullMarked;
