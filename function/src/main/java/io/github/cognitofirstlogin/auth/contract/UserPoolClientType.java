package io.github.cognitofirstlogin.auth.contract;

/** Whether the app client has a secret that its calls must prove to know. */
public enum UserPoolClientType {
  PUBLIC,
  CONFIDENTIAL
}
