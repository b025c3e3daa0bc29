"""The many names of one column, and ours."""
