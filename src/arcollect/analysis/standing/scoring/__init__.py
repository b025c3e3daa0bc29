"""How reliable each customer is: facts, score, segment."""
