"""What we sent, what they promised, how it stood before: the memory between runs."""
