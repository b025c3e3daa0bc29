"""How it stands: what a company may set for scores, alerts and the forecast."""
