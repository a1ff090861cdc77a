"""Contract tests of AOPay."""
