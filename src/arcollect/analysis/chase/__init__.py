"""Whom to write to, and at which level."""
