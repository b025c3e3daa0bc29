"""Words typed by a person or by cron: one file per command."""
