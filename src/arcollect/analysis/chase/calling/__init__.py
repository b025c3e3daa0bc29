"""Who makes the call, and when it may be made."""
