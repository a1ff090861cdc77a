"""Environments of AOPay."""
