/**
 * The tools for operators: {@code bin/invite} creates users and sends them their temporary
 * passwords, {@code bin/check-pool} examines a user pool.
 */
@NullMarked
package io.github.cognitofirstlogin.admin;

import org.jspecify.annotations.NullMarked;
