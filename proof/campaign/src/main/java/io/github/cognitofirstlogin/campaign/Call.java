package io.github.cognitofirstlogin.campaign;

import io.github.cognitofirstlogin.userpool.wire.LedgerEntry;

/** A line of the pool's ledger, with the values that are compared with the replies. */
record Call(String operation, boolean applied, boolean tokens) {
  static Call of(LedgerEntry entry) {
    return new Call(entry.operation(), entry.applied(), entry.tokens());
  }
}
