"""Written forms of Paytm AI router, by operation."""
