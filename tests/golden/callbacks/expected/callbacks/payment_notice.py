"""Acme calls us: Tell that a payment was made or has failed.

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
from ..forms import payment_notice as forms
from ..validators import payment_notice as validators

if TYPE_CHECKING:
    from ..models.payment_notice import PaymentNotice as PaymentNotice

CALLBACK = c.Callback(
    partner="acme",
    name="payment_notice",
    page="https://docs.example.com/thing",
    methods=("POST",),
    path=None,
    members={
        "query": {"attempt": "integer"},
        "headers": {"X-Signature": "text", "X-Time": "text"},
    },
    body=d.Body(format="json"),
    validate=validators.payment_notice_request,
    models="partner_apis.acme.models.payment_notice",
    model="PaymentNotice",
    proof=c.Proof(
        at=("headers", "X-Signature"),
        recipe=d.Signature(
            algorithm="HMAC-SHA256",
            key=d.Credential("webhook_secret"),
            parts=(
                "method",
                "timestamp",
                d.BodyDigest("SHA-256", minified=False),
            ),
            separator="|",
            encoding="hex",
        ),
        prefix="sha256=",
    ),
    stamp=c.Stamp(at=("headers", "X-Time"), form=forms.X_TIME, window=300),
    acknowledgements={
        "taken": c.Acknowledged(
            http=200,
            members=(
                c.Answered(
                    place="headers", path=("X-Received",), source=d.Constant("yes")
                ),
                c.Answered(place="body", path=("code",), source=d.Constant("00")),
                c.Answered(
                    place="body", path=("paymentId",), source=c.Echo(("paymentId",))
                ),
                c.Answered(
                    place="body",
                    path=("ourReference",),
                    source=d.Argument("our_reference"),
                    required=False,
                ),
            ),
            body=d.Body(format="json"),
            validate=validators.payment_notice_taken,
        ),
        "unheard_of": c.Acknowledged(
            http=404,
            members=(
                c.Answered(place="body", path=("code",), source=d.Constant("14")),
                c.Answered(
                    place="body", path=("message",), source=d.Argument("message")
                ),
            ),
            body=d.Body(format="json"),
            validate=validators.payment_notice_unheard_of,
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
    rules=(
        d.Rule(
            kind="note", says="The result of get_payment counts where the two differ."
        ),
    ),
    repeats="The notice comes again, every 900 s, at most 5 times",
    unsettled=("payment_notice.signature.encoding",),
)


class PaymentNoticeHandler(Handler["PaymentNotice"]):
    """Takes payment_notice: Tell that a payment was made or has failed.

    A call is refused where headers.X-Time differs from our clock by more than 300 s
    (prose).

    Otherwise: The notice comes again, every 900 s, at most 5 times (prose).

    The result of get_payment counts where the two differ. (prose)
    """

    callback = CALLBACK

    def taken(
        self, event: PaymentNotice, *, our_reference: str | None = None
    ) -> Acknowledgement:
        """The notice was taken (HTTP 200; table).

        - our_reference: `ourReference`; it is text of 1 to 20 characters (table).
        """
        return self._acknowledged("taken", event, our_reference=our_reference)

    def unheard_of(self, event: PaymentNotice, *, message: str) -> Acknowledgement:
        """No such payment is known here (HTTP 404; table).

        - message: `message`; it is text of 1 to 40 characters (table).
        """
        return self._acknowledged("unheard_of", event, message=message)
