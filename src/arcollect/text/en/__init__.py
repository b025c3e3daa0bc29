"""English texts, one module per chapter."""
