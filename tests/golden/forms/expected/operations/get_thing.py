"""Acme: Get a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..forms import get_thing as forms
from ..validators import get_thing as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_thing",
    page="https://docs.example.com/thing",
    method="POST",
    path="/things",
    members=(
        d.Member(
            place="body",
            path=("born",),
            source=d.Argument("born"),
            required=True,
            form=forms.BORN,
        ),
        d.Member(
            place="body",
            path=("amount",),
            source=d.Argument("amount"),
            required=True,
            form=forms.AMOUNT,
        ),
    ),
    has_body=True,
    validate=validators.get_thing_request,
    replies=(
        d.Reply(
            name="found",
            when=d.When(http=(200,)),
            outcome="success",
            model="GetThingFound",
            validate=validators.get_thing_found,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.get_thing",
)
