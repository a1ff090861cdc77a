"""Acme: Send a text message.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import send_text as validators

OPERATION = d.Operation(
    partner="acme",
    name="send_text",
    page="https://docs.example.com/gateway",
    method="POST",
    path="/send",
    members=(
        d.Member(
            place="body", path=("text",), source=d.Argument("text"), required=True
        ),
        d.Member(place="body", path=("to",), source=d.Argument("to"), required=True),
        d.Member(
            place="body", path=("flash",), source=d.Argument("flash"), required=False
        ),
        d.Member(
            place="body", path=("count",), source=d.Argument("count"), required=False
        ),
        d.Member(
            place="body", path=("sender",), source=d.Argument("sender"), required=False
        ),
    ),
    has_body=True,
    body=d.Body(
        format="form",
        lists="brackets",
        shape=d.Shape(
            kind="object",
            members={
                "text": d.Shape(),
                "to": d.Shape(kind="list", item=d.Shape()),
                "flash": d.Shape(kind="boolean"),
                "count": d.Shape(kind="integer"),
                "sender": d.Shape(
                    kind="object",
                    members={
                        "name": d.Shape(),
                        "id": d.Shape(kind="integer"),
                    },
                ),
            },
        ),
    ),
    validate=validators.send_text_request,
    replies=(
        d.Reply(
            name="sent",
            when=d.When(http=(200,), equals=((("status",), "OK"),)),
            outcome="success",
            model="SendTextSent",
            validate=validators.send_text_sent,
            body=d.Body(
                format="text",
                layout="{status}: {id} {parts}",
                shape=d.Shape(
                    kind="object",
                    members={
                        "status": d.Shape(),
                        "id": d.Shape(),
                        "parts": d.Shape(kind="integer"),
                    },
                ),
            ),
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(200,), has=(("code",),)),
            outcome="by-code",
            model="SendTextRefused",
            validate=validators.send_text_refused,
            body=d.Body(
                format="text",
                layout="ERR {code} {reason}",
                shape=d.Shape(
                    kind="object",
                    members={
                        "code": d.Shape(),
                        "reason": d.Shape(),
                    },
                ),
            ),
            code_at=("code",),
            message_at=("reason",),
        ),
    ),
    codes={
        "101": d.Code(error=errors.NoText),
        "102": d.Code(error=errors.BadValue),
        "103": d.Code(error=errors.NotAForm),
    },
    models="partner_apis.acme.models.send_text",
)
