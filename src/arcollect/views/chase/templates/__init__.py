"""Letter templates for people who are no programmers: what they may say, and checking it."""
