"""Monthly statements: written, and their slips noted."""
