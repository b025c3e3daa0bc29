"""What would prove a claim: have, missing, not needed (催收证据)."""
