"""What the words of the command line stand for."""
