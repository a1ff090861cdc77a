"""Acme calls us: Tell that an order was sent.

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
from ..forms import order_notice as forms
from ..validators import order_notice as validators

if TYPE_CHECKING:
    from ..models.order_notice import OrderNotice as OrderNotice

CALLBACK = c.Callback(
    partner="acme",
    name="order_notice",
    page="https://docs.example.com/thing",
    methods=("POST",),
    path=None,
    members={"query": {}, "headers": {"X-Signature": "text"}},
    body=d.Body(
        format="xml",
        root="notice",
        shape=d.Shape(
            kind="object",
            members={
                "order": d.Shape(xml="attribute"),
                "sent": d.Shape(kind="integer"),
                "item": d.Shape(kind="list", item=d.Shape()),
            },
        ),
    ),
    validate=validators.order_notice_request,
    models="partner_apis.acme.models.order_notice",
    model="OrderNotice",
    proof=c.Proof(
        at=("headers", "X-Signature"),
        recipe=d.Signature(
            algorithm="HMAC-SHA512",
            key=d.Credential("webhook_secret"),
            parts=(
                "timestamp",
                "body",
            ),
            separator=":",
            encoding="base64",
        ),
    ),
    stamp=c.Stamp(at=("body", "sent"), form=forms.SENT, window=120),
    acknowledgements={
        "taken": c.Acknowledged(
            http=200,
            members=(
                c.Answered(place="body", path=("order",), source=c.Echo(("order",))),
            ),
            body=d.Body(
                format="xml",
                root="answer",
                shape=d.Shape(
                    kind="object",
                    members={
                        "order": d.Shape(),
                    },
                ),
            ),
            validate=validators.order_notice_taken,
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
    unsettled=("order_notice.signature.encoding",),
)


class OrderNoticeHandler(Handler["OrderNotice"]):
    """Takes order_notice: Tell that an order was sent.

    A call is refused where body.sent differs from our clock by more than 120 s (prose).
    """

    callback = CALLBACK

    def taken(self, event: OrderNotice) -> Acknowledgement:
        """Taken (HTTP 200; prose)."""
        return self._acknowledged("taken", event)
