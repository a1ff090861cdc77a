"""Acme calls us: The payer's browser comes back from the payment page.

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
from ..validators import return_url as validators

if TYPE_CHECKING:
    from ..models.return_url import ReturnUrl as ReturnUrl

CALLBACK = c.Callback(
    partner="acme",
    name="return_url",
    page="https://docs.example.com/thing",
    methods=("GET",),
    path="/return/{paymentId}",
    members={
        "segments": {"paymentId": "text"},
        "query": {"result": "text"},
        "headers": {},
    },
    body=None,
    validate=validators.return_url_request,
    models="partner_apis.acme.models.return_url",
    model="ReturnUrl",
    acknowledgements={
        "seen": c.Acknowledged(http=200, text="OK"),
    },
)


class ReturnUrlHandler(Handler["ReturnUrl"]):
    """Takes return_url: The payer's browser comes back from the payment page.

    The page does not say how a call is proved: anybody can make one.
    """

    callback = CALLBACK

    def seen(self, event: ReturnUrl) -> Acknowledgement:
        """The payer sees that it is over (HTTP 200; prose)."""
        return self._acknowledged("seen", event)
