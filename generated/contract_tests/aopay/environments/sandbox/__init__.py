"""What AOPay does in the environment sandbox."""
