"""Traffic lights: what should be looked at before the money is lost."""
