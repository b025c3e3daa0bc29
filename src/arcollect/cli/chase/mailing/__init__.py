"""Sending drafts, only when it is asked for and confirmed."""
