"""Acme calls us: Hand over the payments of a day.

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
from ..validators import statement as validators

if TYPE_CHECKING:
    from ..models.statement import Statement as Statement

CALLBACK = c.Callback(
    partner="acme",
    name="statement",
    page="https://docs.example.com/thing",
    methods=("POST",),
    path=None,
    members={"query": {}, "headers": {"X-Sign": "text"}},
    body=d.Body(
        format="csv",
        separator=";",
        shape=d.Shape(
            kind="object",
            members={
                "lines": d.Shape(
                    kind="list",
                    item=d.Shape(
                        kind="object",
                        members={
                            "payment": d.Shape(),
                            "amount": d.Shape(kind="integer"),
                        },
                    ),
                ),
            },
        ),
    ),
    validate=validators.statement_request,
    models="partner_apis.acme.models.statement",
    model="Statement",
    proof=c.Proof(
        at=("headers", "X-Sign"),
        recipe=d.Signature(
            algorithm="RSA-SHA256",
            key=d.Credential("public_key"),
            parts=("body",),
            separator="",
            encoding="base64",
        ),
    ),
    acknowledgements={
        "taken": c.Acknowledged(http=204),
    },
    credentials=(
        d.CredentialDeclaration(
            name="public_key",
            variable="ACME_PUBLIC_KEY",
            summary="The key that proves statements, in PEM.",
            secret=False,
        ),
    ),
    unsettled=("statement.signature.encoding",),
)


class StatementHandler(Handler["Statement"]):
    """Takes statement: Hand over the payments of a day."""

    callback = CALLBACK

    def taken(self, event: Statement) -> Acknowledgement:
        """Taken (HTTP 204; prose)."""
        return self._acknowledged("taken", event)
