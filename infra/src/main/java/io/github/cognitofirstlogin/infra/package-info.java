/** The CDK app: the deployed resources, and the settings that change them. */
@NullMarked
package io.github.cognitofirstlogin.infra;

import org.jspecify.annotations.NullMarked;
