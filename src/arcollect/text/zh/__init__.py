"""Chinese texts, one module per chapter."""
