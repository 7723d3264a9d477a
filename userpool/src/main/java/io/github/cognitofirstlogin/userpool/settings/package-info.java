/** How a user pool and its client are set up, as CloudFormation says it. */
@NullMarked
package io.github.cognitofirstlogin.userpool.settings;

import org.jspecify.annotations.NullMarked;
