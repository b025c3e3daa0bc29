"""What may be claimed: fees, limitation, clauses."""
