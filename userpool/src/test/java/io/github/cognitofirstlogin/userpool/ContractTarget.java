package io.github.cognitofirstlogin.userpool;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** An endpoint that the contract is held against. */
interface ContractTarget extends AutoCloseable {

  CognitoIdentityProviderClient cognito();

  /** Set up by the properties of the two CloudFormation resources. */
  ContractPool create(String userPool, String userPoolClient);

  /** A second client of the same pool. */
  ContractPool createClient(ContractPool pool, String userPoolClient);

  Instant now();

  /** Lets time pass, or skips the row where that would really take so long. */
  void pass(Duration time);

  /**
   * The newest code or temporary password sent to the user; skips the row where nobody can read it.
   */
  String secretSentTo(String username);

  /** Where requests go, for what no SDK would send; empty for AWS itself. */
  Optional<String> endpoint();

  /** Numbers of the rows that this target is known not to fulfil. */
  Set<Integer> knownGaps();

  @Override
  void close();
}
