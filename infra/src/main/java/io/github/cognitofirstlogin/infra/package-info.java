/** The CDK app: what is deployed, and the deployment choices that shape it. */
@NullMarked
package io.github.cognitofirstlogin.infra;

import org.jspecify.annotations.NullMarked;
