"""Pure questions about a ledger: no clock, no files, no printing, no words."""
