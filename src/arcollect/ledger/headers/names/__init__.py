"""The many names of one column, curated by hand."""
