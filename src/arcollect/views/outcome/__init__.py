"""What the answers of outcome say."""
