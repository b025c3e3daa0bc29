"""Which receivables can be turned into money before they are due."""
