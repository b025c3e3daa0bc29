"""What an answer says, before anyone decides how it looks."""
