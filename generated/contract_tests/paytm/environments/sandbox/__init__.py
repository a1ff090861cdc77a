"""What Paytm AI router does in the environment sandbox."""
