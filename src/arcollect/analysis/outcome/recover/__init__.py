"""Which way to get an old debt back."""
