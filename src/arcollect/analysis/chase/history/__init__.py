"""What was sent and said before decides what may be written now."""
