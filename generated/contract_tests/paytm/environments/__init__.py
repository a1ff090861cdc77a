"""Environments of Paytm AI router."""
