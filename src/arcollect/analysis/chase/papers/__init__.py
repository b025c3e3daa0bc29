"""Papers beside the letters: a stop, an agreement, an assignment, a balance to confirm."""
