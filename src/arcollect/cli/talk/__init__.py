"""How the program talks: language, help pages, stderr."""
