/** What a deployer chose: text in, checked values out; the only code here that parses text. */
@NullMarked
package io.github.cognitofirstlogin.infra.config;

import org.jspecify.annotations.NullMarked;
