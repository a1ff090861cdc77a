"""Contract tests of Paytm AI router."""
