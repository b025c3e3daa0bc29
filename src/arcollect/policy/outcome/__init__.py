"""What comes of it: recovery, provision, factoring, integrity, targets."""
