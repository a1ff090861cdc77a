"""Acme calls us: Tell that a payout has left.

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
from ..validators import payout_notice as validators

if TYPE_CHECKING:
    from ..models.payout_notice import PayoutNotice as PayoutNotice

CALLBACK = c.Callback(
    partner="acme",
    name="payout_notice",
    page="https://docs.example.com/thing",
    methods=("POST", "PUT"),
    path="/hooks/payout",
    members={"query": {}, "headers": {}},
    body=d.Body(
        format="form",
        shape=d.Shape(
            kind="object",
            members={
                "payoutId": d.Shape(),
                "amount": d.Shape(kind="integer"),
                "bank": d.Shape(),
                "sign": d.Shape(),
            },
        ),
    ),
    validate=validators.payout_notice_request,
    models="partner_apis.acme.models.payout_notice",
    model="PayoutNotice",
    proof=c.Proof(
        at=("body", "sign"),
        recipe=d.Signature(
            algorithm="SHA256",
            parts=(
                d.Selection(
                    of=(("body",),),
                    order="name",
                    pair="=",
                    separator="&",
                    keeps_empty=True,
                    leaves_out=("sign",),
                ),
                d.Credential("webhook_secret"),
            ),
            separator="&key=",
            encoding="hex",
        ),
    ),
    acknowledgements={
        "taken": c.Acknowledged(
            http=200,
            members=(
                c.Answered(
                    place="body", path=("payoutId",), source=c.Echo(("payoutId",))
                ),
            ),
            body=d.Body(
                format="text",
                layout="OK:{payoutId}",
                shape=d.Shape(
                    kind="object",
                    members={
                        "payoutId": d.Shape(),
                    },
                ),
            ),
            validate=validators.payout_notice_taken,
        ),
    },
    credentials=(
        d.CredentialDeclaration(
            name="webhook_secret",
            variable="ACME_WEBHOOK_SECRET",
            summary="What calls to us are signed with.",
            secret=True,
        ),
    ),
    unsettled=("payout_notice.signature.encoding",),
)


class PayoutNoticeHandler(Handler["PayoutNotice"]):
    """Takes payout_notice: Tell that a payout has left."""

    callback = CALLBACK

    def taken(self, event: PayoutNotice) -> Acknowledgement:
        """Taken (HTTP 200; prose)."""
        return self._acknowledged("taken", event)
