"""What habits and forecasts say."""
