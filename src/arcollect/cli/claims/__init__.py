"""Commands of claims: what may be claimed, how it may be put, and until when."""
