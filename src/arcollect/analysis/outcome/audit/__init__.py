"""Whether the books look as books should: hints for a second pair of eyes (内控)."""
