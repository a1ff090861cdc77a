"""What Ayoconnect Direct Debit does in the environment sandbox."""
