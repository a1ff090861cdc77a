"""Acme: Make a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import make_thing as validators

OPERATION = d.Operation(
    partner="acme",
    name="make_thing",
    page="https://docs.example.com/thing",
    method="POST",
    path="/things",
    members=(
        d.Member(
            place="body", path=("name",), source=d.Argument("name"), required=True
        ),
    ),
    has_body=True,
    validate=validators.make_thing_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200, 400, 404, 503)),
            outcome="by-code",
            model="MakeThingAnswered",
            validate=validators.make_thing_answered,
            code_at=("code",),
            message_at=("message",),
        ),
    ),
    codes={
        "0": d.Code(error=None, http=200, final=True),
        "7": d.Code(
            error=errors.StillMaking, final=False, retry_after=30, retry_times=3
        ),
        "20": d.Code(error=errors.BadMember, http=400),
        "1..19": d.Code(error=errors.NotMade, match="range"),
        "5xx54xx": d.Code(error=errors.Down, http=503, match="pattern"),
        "4xx54xx": d.Code(error=errors.NotFound, http=404, match="pattern"),
    },
    models="partner_apis.acme.models.make_thing",
)
