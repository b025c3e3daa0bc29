"""Words of one chapter that would not fit in one file."""
