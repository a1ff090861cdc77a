"""Reply models of Ayoconnect Direct Debit, by operation."""
