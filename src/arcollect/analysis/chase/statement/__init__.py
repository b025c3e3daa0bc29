"""The monthly statement (对账单): what moved and what is open at the end."""
