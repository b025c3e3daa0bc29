"""Open items: amounts, currencies, due dates, kinds."""
