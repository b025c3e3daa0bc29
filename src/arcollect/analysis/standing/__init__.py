"""How the money stands: aging, ratios, pool, grades."""
