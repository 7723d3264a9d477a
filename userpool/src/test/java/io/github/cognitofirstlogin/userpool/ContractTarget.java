package io.github.cognitofirstlogin.userpool;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** An endpoint that the contract tests. */
interface ContractTarget extends AutoCloseable {

  CognitoIdentityProviderClient cognito();

  /** Creates a pool and a client from the properties of the two CloudFormation resources. */
  ContractPool create(String userPool, String userPoolClient);

  /** A second client of the same pool. */
  ContractPool createClient(ContractPool pool, String userPoolClient);

  Instant now();

  /** Lets time pass, or skips the row if that would take real time. */
  void pass(Duration time);

  /**
   * The newest code or temporary password that was sent to the user. Skips the row if the test
   * cannot read it.
   */
  String secretSentTo(String username);

  /** The address for requests that no SDK would send; empty for AWS itself. */
  Optional<String> endpoint();

  /** The numbers of the rows that this target is known to fail. */
  Set<String> knownGaps();

  @Override
  void close();
}
