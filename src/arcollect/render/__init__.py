"""How it looks: one package per medium, tables in and bytes or text out."""
