"""The evidence pack in words: the checklist, and the sheets behind it."""
