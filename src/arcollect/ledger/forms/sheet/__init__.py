"""One sheet: its place, its body, its rows."""
