"""What the monthly statement says, and the list of all of them."""
