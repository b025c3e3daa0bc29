"""Debit and credit journals."""
