"""Written forms of Ayoconnect Direct Debit, by operation."""
