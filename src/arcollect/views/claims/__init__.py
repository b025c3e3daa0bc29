"""Late fees as tables."""
