"""Acme calls us: Ask what a customer owes.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime import callbacks as c
from ..._runtime import declare as d
from ..._runtime.receiving import Acknowledgement as Acknowledgement
from ..._runtime.receiving import Call as Call
from ..._runtime.receiving import CallRefused as CallRefused
from ..._runtime.receiving import Handler
from ..validators import balance_inquiry as validators

if TYPE_CHECKING:
    from ..models.balance_inquiry import BalanceInquiry as BalanceInquiry

CALLBACK = c.Callback(
    partner="acme",
    name="balance_inquiry",
    page="https://docs.example.com/thing",
    methods=(),
    path=None,
    members={"query": {}, "headers": {"Authorization": "text"}},
    body=d.Body(format="json"),
    validate=validators.balance_inquiry_request,
    models="partner_apis.acme.models.balance_inquiry",
    model="BalanceInquiry",
    carried=(
        c.Carried(
            at=("headers", "Authorization"),
            source=d.Basic("hook_user", "hook_password"),
        ),
    ),
    acknowledgements={
        "acknowledged": c.Acknowledged(http=200),
    },
    credentials=(
        d.CredentialDeclaration(
            name="hook_user",
            variable="ACME_HOOK_USER",
            summary="The user of calls to us.",
            secret=False,
        ),
        d.CredentialDeclaration(
            name="hook_password",
            variable="ACME_HOOK_PASSWORD",
            summary="The password of calls to us.",
            secret=True,
        ),
    ),
)


class BalanceInquiryHandler(Handler["BalanceInquiry"]):
    """Takes balance_inquiry: Ask what a customer owes."""

    callback = CALLBACK

    def acknowledged(self, event: BalanceInquiry) -> Acknowledgement:
        """An empty body (HTTP 200; inferred: the page does not say what to answer)."""
        return self._acknowledged("acknowledged", event)
