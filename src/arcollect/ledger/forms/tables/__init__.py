"""The tables beside the items: receipts, customers, contacts, sales."""
