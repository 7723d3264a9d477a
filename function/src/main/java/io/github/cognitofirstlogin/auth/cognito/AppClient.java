package io.github.cognitofirstlogin.auth.cognito;

import java.util.Optional;

/** The app client that sign-ins are for; with a secret where it is a confidential one. */
public record AppClient(String id, Optional<ClientSecret> secret) {}
