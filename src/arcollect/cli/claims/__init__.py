"""Commands of claims: what lateness costs."""
