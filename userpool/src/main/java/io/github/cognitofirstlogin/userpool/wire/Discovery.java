package io.github.cognitofirstlogin.userpool.wire;

import io.github.cognitofirstlogin.userpool.protocol.Json;
import io.github.cognitofirstlogin.userpool.users.UserPool;
import java.util.List;

/** A pool's openid-configuration. */
final class Discovery {

  private Discovery() {}

  static String of(UserPool pool) {
    var document =
        Json.object()
            .put("issuer", pool.issuer())
            .put("jwks_uri", pool.issuer() + "/.well-known/jwks.json");
    document.set("id_token_signing_alg_values_supported", Json.array(List.of("RS256")));
    document.set("response_types_supported", Json.array(List.of("code", "token")));
    document.set("scopes_supported", Json.array(List.of("openid", "email", "phone", "profile")));
    document.set("subject_types_supported", Json.array(List.of("public")));
    document.set(
        "token_endpoint_auth_methods_supported",
        Json.array(List.of("client_secret_basic", "client_secret_post")));
    return Json.text(document);
  }
}
