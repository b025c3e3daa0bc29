"""What may not be said to a debtor, in any text (R003-66, R003-67)."""
