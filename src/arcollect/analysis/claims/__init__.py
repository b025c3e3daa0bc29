"""What lateness entitles us to: late fees."""
