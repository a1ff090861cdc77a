"""Acme: List all things.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import list_things as validators

OPERATION = d.Operation(
    partner="acme",
    name="list_things",
    page="https://docs.example.com/thing",
    method="GET",
    path="/things",
    members=(
        d.Member(
            place="query", path=("skip",), source=d.Argument("skip"), required=False
        ),
        d.Member(
            place="query", path=("count",), source=d.Argument("count"), required=True
        ),
    ),
    has_body=False,
    validate=validators.list_things_request,
    replies=(
        d.Reply(
            name="listed",
            when=d.When(http=(200,)),
            outcome="success",
            model="ListThingsListed",
            validate=validators.list_things_listed,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.list_things",
    pages=d.Pages(skip="skip", count="count", items=("things",)),
)
