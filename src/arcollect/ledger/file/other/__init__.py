"""Workbooks of other kinds (xls, xlsb, ods): calamine, and what calamine does not say."""
