"""The register on disk: SQLite, opened by the command line only."""
