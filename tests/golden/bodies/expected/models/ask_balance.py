"""Replies of ask_balance as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from partner_apis._runtime.model import ApiModel


class AskBalanceToldBodyBalance(ApiModel):
    """`Balance` (example)."""

    amount: float
    """`amount` (example)."""


class AskBalanceFaultBodyFault(ApiModel):
    """`Fault` (example)."""

    faultcode: str
    """`faultcode` (example)."""
    faultstring: str
    """`faultstring` (example)."""


class AskBalanceToldBody(ApiModel):
    """`Body` (example)."""

    balance: Annotated[AskBalanceToldBodyBalance, Field(alias="Balance")]
    """`Balance` (example)."""


class AskBalanceFaultBody(ApiModel):
    """`Body` (example)."""

    fault: Annotated[AskBalanceFaultBodyFault, Field(alias="Fault")]
    """`Fault` (example)."""


class AskBalanceTold(ApiModel):
    """The balance (HTTP status 200; example)."""

    body: Annotated[AskBalanceToldBody, Field(alias="Body")]
    """`Body` (example)."""


class AskBalanceFault(ApiModel):
    """The account is not known (HTTP status 500; example)."""

    body: Annotated[AskBalanceFaultBody, Field(alias="Body")]
    """`Body` (example)."""
