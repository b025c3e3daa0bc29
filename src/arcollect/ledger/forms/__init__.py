"""From grids to one ledger: what each sheet is, and what its rows are."""
