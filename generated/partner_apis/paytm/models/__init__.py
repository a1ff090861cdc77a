"""Reply models of Paytm AI router, by operation."""
