package io.github.cognitofirstlogin.infra;

import software.amazon.awscdk.Names;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.constructs.IConstruct;

/** A name that is unique in the account: CloudFront's names are the same for all regions. */
final class AccountWideName {
  /**
   * CloudFront allows 64 characters for an origin access control, and a region's name has up to 20.
   */
  private static final int LONGEST_WITHOUT_REGION = 64 - 1 - 20;

  private AccountWideName() {}

  /** The construct's short name, a hash of its stack's name and its path, and the region. */
  static String of(IConstruct construct) {
    return Names.uniqueResourceName(
            construct,
            UniqueResourceNameOptions.builder().maxLength(LONGEST_WITHOUT_REGION).build())
        + "-"
        + Stack.of(construct).getRegion();
  }
}
