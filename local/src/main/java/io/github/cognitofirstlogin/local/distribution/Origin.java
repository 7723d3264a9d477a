package io.github.cognitofirstlogin.local.distribution;

/** The source of a distribution's answers. */
public sealed interface Origin permits ApiOrigin, FilesOrigin {}
