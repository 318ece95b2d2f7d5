-- What reactions are chosen by stands in the mark itself. Marks from before, and those of acts that may touch several objects, say nothing of it:
-- theirs is read from the history.
alter table ledger.outbox add column job text, add column systems text[], add column fields text[], add column records uuid[];
