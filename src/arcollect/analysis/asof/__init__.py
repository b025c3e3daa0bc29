"""What stood at the as-of date, piece by piece."""
