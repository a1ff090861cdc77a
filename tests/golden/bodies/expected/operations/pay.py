"""Acme: Pay.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import pay as validators

OPERATION = d.Operation(
    partner="acme",
    name="pay",
    page="https://docs.example.com/gateway",
    method="POST",
    path="/pay",
    members=(
        d.Member(
            place="body", path=("version",), source=d.Constant("2"), required=True
        ),
        d.Member(
            place="body",
            path=("amount", "currency"),
            source=d.Argument("currency"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("amount", "value"),
            source=d.Argument("amount"),
            required=True,
        ),
        d.Member(
            place="body", path=("phone",), source=d.Argument("phone"), required=False
        ),
        d.Member(
            place="body", path=("email",), source=d.Argument("email"), required=False
        ),
        d.Member(
            place="body", path=("note",), source=d.Argument("note"), required=False
        ),
        d.Member(
            place="body", path=("items",), source=d.Argument("items"), required=False
        ),
        d.Member(
            place="body", path=("tags",), source=d.Argument("tags"), required=False
        ),
    ),
    has_body=True,
    body=d.Body(
        format="xml",
        media="text/xml",
        root="payment",
        namespace="urn:acme:pay",
        shape=d.Shape(
            kind="object",
            members={
                "version": d.Shape(xml="attribute"),
                "amount": d.Shape(
                    kind="object",
                    members={
                        "currency": d.Shape(xml="attribute"),
                        "value": d.Shape(kind="integer", xml="content"),
                    },
                ),
                "phone": d.Shape(tag="extra", attributes=(("name", "phone"),)),
                "email": d.Shape(tag="extra", attributes=(("name", "email"),)),
                "note": d.Shape(namespace=""),
                "items": d.Shape(
                    kind="object",
                    members={
                        "item": d.Shape(
                            kind="list",
                            item=d.Shape(
                                kind="object",
                                members={
                                    "sku": d.Shape(xml="attribute"),
                                    "count": d.Shape(kind="integer"),
                                },
                            ),
                        ),
                    },
                ),
                "tags": d.Shape(kind="list", item=d.Shape(), tag="tag"),
            },
        ),
    ),
    objects=(("amount",),),
    validate=validators.pay_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(classes=(2,), has=(("code",),)),
            outcome="by-code",
            model="PayAnswered",
            validate=validators.pay_answered,
            body=d.Body(
                format="xml",
                media="text/xml",
                root="answer",
                namespace="urn:acme:pay",
                shape=d.Shape(
                    kind="object",
                    members={
                        "code": d.Shape(xml="attribute"),
                        "text": d.Shape(),
                        "amount": d.Shape(kind="integer"),
                        "paid": d.Shape(kind="list", item=d.Shape(kind="integer")),
                    },
                ),
            ),
            headers=d.Shape(
                kind="object",
                members={
                    "X-Trace": d.Shape(),
                    "X-Left": d.Shape(kind="integer"),
                },
            ),
            validate_headers=validators.pay_answered_headers,
            code_at=("code",),
            message_at=("text",),
            echoes=((("amount",), ("body", "amount", "value")),),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.Refused),
        "2": d.Code(error=errors.NotReadable),
    },
    models="partner_apis.acme.models.pay",
)
