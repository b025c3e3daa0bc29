"""Aging, ratios, pool and grades as tables."""
