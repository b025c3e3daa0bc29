"""What to book for money that may never come."""
