"""What comes of it: options, provision, comparison, integrity, factoring."""
