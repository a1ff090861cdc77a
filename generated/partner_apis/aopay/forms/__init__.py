"""Written forms of AOPay, by operation."""
