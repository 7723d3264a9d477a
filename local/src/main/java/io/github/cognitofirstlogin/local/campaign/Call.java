package io.github.cognitofirstlogin.local.campaign;

import io.github.cognitofirstlogin.userpool.LedgerEntry;

/** A line of the pool's ledger, as far as it is compared with what a person was told. */
record Call(String operation, boolean applied, boolean tokens) {
  static Call of(LedgerEntry entry) {
    return new Call(entry.operation(), entry.applied(), entry.tokens());
  }
}
