"""Acme: Move a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import move_thing as validators

OPERATION = d.Operation(
    partner="acme",
    name="move_thing",
    page="https://docs.example.com/thing",
    method="POST",
    path="/things/move",
    members=(
        d.Member(
            place="body", path=("name",), source=d.Argument("name"), required=True
        ),
    ),
    has_body=True,
    validate=validators.move_thing_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200,)),
            outcome="by-code",
            model="MoveThingAnswered",
            validate=validators.move_thing_answered,
            code_at=("return",),
            code_rest=(("reason", "number"),),
            separator="/",
            message_at=("text",),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "2": d.Code(error=errors.Refused),
        "2/17": d.Code(error=errors.TooHeavy),
        "3/01": d.Code(error=errors.OnItsWay),
    },
    models="partner_apis.acme.models.move_thing",
)
