"""Whom to call, in what order, and what to say."""
