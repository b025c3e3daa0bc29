"""Papers beside the letters, as blocks on a page; and short messages."""
