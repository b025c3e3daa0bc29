"""Commands of chase: whom to write to or call, and what came of it."""
