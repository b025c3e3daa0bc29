"""Commands of standing: how late, how risky."""
