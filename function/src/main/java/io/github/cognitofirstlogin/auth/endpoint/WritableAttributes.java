package io.github.cognitofirstlogin.auth.endpoint;

import io.github.cognitofirstlogin.auth.contract.ErrorCode;
import io.github.cognitofirstlogin.auth.http.BadRequest;
import io.github.cognitofirstlogin.auth.http.JsonBody;
import io.github.cognitofirstlogin.auth.text.TextRule;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The attributes that a user may set at the first login. The pool's schema decides which. */
public record WritableAttributes(Set<String> names) {
  private static final int LIMIT = 50;

  /** Attributes that a user may never set, in any deployment. */
  private static final Pattern NEVER =
      Pattern.compile("sub|.*_verified|custom:.*role.*", Pattern.CASE_INSENSITIVE);

  /** An attribute name that a reply may repeat. */
  private static final Pattern NAME = Pattern.compile("[\\w:.-]{1,64}");

  public WritableAttributes {
    names = Set.copyOf(names);
  }

  /**
   * The {@code attributes} of a body.
   *
   * @throws BadRequest if one of them is not writable or not a string
   */
  Map<String, String> of(JsonBody body) {
    Map<String, String> attributes = body.strings("attributes", TextRule.ATTRIBUTE_VALUE, LIMIT);
    for (String name : attributes.keySet()) {
      if (!names.contains(name) || NEVER.matcher(name).matches()) {
        throw NAME.matcher(name).matches()
            ? BadRequest.ofAttribute(ErrorCode.ATTRIBUTE_NOT_WRITABLE, name)
            : new BadRequest(ErrorCode.ATTRIBUTE_NOT_WRITABLE);
      }
    }
    return attributes;
  }
}
