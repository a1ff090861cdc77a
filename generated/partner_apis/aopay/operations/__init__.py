"""The operations of AOPay, a module each."""
