/** Reads CloudFormation templates and resolves their intrinsic functions. */
@NullMarked
package io.github.cognitofirstlogin.userpool.template;

import org.jspecify.annotations.NullMarked;
