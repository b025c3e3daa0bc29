"""Aging, ratios, grades, scores, segments and the pool as tables."""
