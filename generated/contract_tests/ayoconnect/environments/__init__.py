"""Environments of Ayoconnect Direct Debit."""
