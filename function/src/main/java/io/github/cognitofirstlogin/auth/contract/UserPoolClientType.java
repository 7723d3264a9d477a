package io.github.cognitofirstlogin.auth.contract;

/** Whether the app client has a secret, which its calls must use. */
public enum UserPoolClientType {
  PUBLIC,
  CONFIDENTIAL
}
