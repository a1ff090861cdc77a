"""The operations of Paytm AI router, a module each."""
