-- The sealer gives an act its number and hash and may touch nothing else of it; the dispatcher locks the marks it takes away.

revoke update on ledger.act from {system};

grant update (leaf, leaf_hash) on ledger.act to {system};

grant update on ledger.outbox to {system};
