"""Does it get better: a series of kept states, targets, plans."""
