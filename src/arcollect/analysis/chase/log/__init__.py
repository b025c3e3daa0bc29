"""What was said and promised, from rows that people typed."""
