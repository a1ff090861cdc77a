"""Acme: Order a thing.

Page: Order, https://docs.example.com/order (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import order as validators

OPERATION = d.Operation(
    partner="acme",
    name="order",
    page="https://docs.example.com/order",
    method="POST",
    path="/orders",
    members=(
        d.Member(
            place="body", path=("number",), source=d.Argument("number"), required=True
        ),
        d.Member(
            place="body", path=("amount",), source=d.Argument("amount"), required=True
        ),
        d.Member(
            place="body", path=("test",), source=d.Argument("test"), required=False
        ),
    ),
    has_body=True,
    validate=validators.order_request,
    replies=(
        d.Reply(
            name="ordered",
            when=d.When(http=(200,)),
            outcome="success",
            model="OrderOrdered",
            validate=validators.order_ordered,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.order",
    rules=(
        d.Rule(
            kind="unique",
            says="A number is taken once a day.",
            terms={"field": "body.number", "per": "day"},
        ),
        d.Rule(
            kind="limit-against",
            says="No more than the account holds.",
            terms={"field": "body.amount", "against": "the balance of the account"},
        ),
        d.Rule(
            kind="rate-limit",
            says="At most five calls a second.",
            terms={"calls": 5, "per": "second"},
        ),
        d.Rule(
            kind="hours",
            says="Orders are taken on weekdays.",
            terms={
                "from": "08:00",
                "to": "17:00",
                "zone": "+07:00",
                "days": ("mon", "tue", "wed", "thu", "fri"),
            },
        ),
        d.Rule(
            kind="whitelist",
            says="Only known addresses are let in.",
            terms={"what": "address"},
        ),
        d.Rule(
            kind="schedule",
            says="The state may be asked for every half minute.",
            terms={"what": "poll", "every": 30, "times": 10, "for": 300},
        ),
        d.Rule(
            kind="test-mode",
            says="This marks a test.",
            terms={"field": "body.test", "value": "1"},
        ),
        d.Rule(
            kind="asynchronous",
            says="The result comes later.",
            terms={"by": "query", "operation": "order"},
        ),
        d.Rule(
            kind="environment",
            says="Every number is taken.",
            terms={"in": ("sandbox",)},
        ),
        d.Rule(kind="tolerant", says="New members may appear in a reply."),
        d.Rule(
            kind="deprecated",
            says="This call will go.",
            terms={"since": "2025", "instead": "the call order_things"},
        ),
        d.Rule(kind="personal", says="Names are not to be kept."),
        d.Rule(kind="lifetime", says="An order is open for ten minutes.", seconds=600),
    ),
)
