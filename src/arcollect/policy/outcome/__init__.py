"""What comes of it: recovery and provision."""
