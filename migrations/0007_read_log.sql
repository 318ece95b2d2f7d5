-- Readings of several workspaces are logged in one insert, by the background role.

grant insert on ledger.act to {system};
