"""Acme: Ask what became of a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import get_state as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_state",
    page="https://docs.example.com/thing",
    method="GET",
    path="/things",
    members=(
        d.Member(
            place="query", path=("name",), source=d.Argument("name"), required=True
        ),
    ),
    has_body=False,
    validate=validators.get_state_request,
    replies=(
        d.Reply(
            name="told",
            when=d.When(http=(200,)),
            outcome="success",
            model="GetStateTold",
            validate=validators.get_state_told,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.get_state",
    may_repeat=True,
    states=d.States(
        at=("thing", "state"),
        values={
            "MAKING": d.State(final=False, allows=("get_state",)),
            "MADE": d.State(final=True),
            "BROKEN": d.State(final=True),
            "LOST": d.State(),
        },
    ),
    polling=d.Polling(every=5, lasts=60),
)
