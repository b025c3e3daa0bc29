"""What a cell means: text, money, day, flag."""
