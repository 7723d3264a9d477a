/** A synthesized stack: what {@code cdk deploy} would hand to CloudFormation. */
@NullMarked
package io.github.cognitofirstlogin.local.template;

import org.jspecify.annotations.NullMarked;
