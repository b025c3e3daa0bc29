"""Commands of chase: letters."""
