"""Until when a claim can be enforced (诉讼时效)."""
