"""What may be claimed: late fees, court fees, instalments, limitation."""
