"""Contract tests of Ayoconnect Direct Debit."""
