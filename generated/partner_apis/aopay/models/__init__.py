"""Reply models of AOPay, by operation."""
