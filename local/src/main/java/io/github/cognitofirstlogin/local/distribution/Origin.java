package io.github.cognitofirstlogin.local.distribution;

/** Where a distribution gets its answers. */
public sealed interface Origin permits ApiOrigin, FilesOrigin {}
