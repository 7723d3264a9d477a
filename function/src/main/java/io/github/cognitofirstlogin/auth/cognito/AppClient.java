package io.github.cognitofirstlogin.auth.cognito;

import java.util.Optional;

/** The app client of the sign-ins; a confidential client has a secret. */
public record AppClient(String id, Optional<ClientSecret> secret) {}
