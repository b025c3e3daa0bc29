"""The register as an SQLite file: nothing in it is ever changed, only added."""
