"""How it stands: what a company may set for scores and alerts."""
