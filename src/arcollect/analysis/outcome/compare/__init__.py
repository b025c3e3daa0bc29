"""What has changed between two states of one ledger."""
