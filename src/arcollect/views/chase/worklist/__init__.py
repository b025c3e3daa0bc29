"""The worklist in words: the list, the sheet to fill in, the brief, the chat text."""
