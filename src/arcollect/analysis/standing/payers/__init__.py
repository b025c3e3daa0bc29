"""When customers pay, and when they will."""
