"""Commands of chase."""
