"""The operations of Ayoconnect Direct Debit, a module each."""
