"""Late fees, limitation and clauses, as people read them."""
