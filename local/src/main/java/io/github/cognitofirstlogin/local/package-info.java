/** The whole stack on one machine, made from the template that {@code cdk deploy} would deploy. */
@NullMarked
package io.github.cognitofirstlogin.local;

import org.jspecify.annotations.NullMarked;
