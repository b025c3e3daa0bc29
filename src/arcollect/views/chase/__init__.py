"""What the letters say, and the list of who gets one."""
