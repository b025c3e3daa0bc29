"""What the register holds, as tables."""
