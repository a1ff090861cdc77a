"""Acme: Make a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import make_thing as validators

_STATUS = ("status",)

OPERATION = d.Operation(
    partner="acme",
    name="make_thing",
    page="https://docs.example.com/thing",
    method="POST",
    path="/things",
    members=(
        d.Member(
            place="query", path=("batch",), source=d.Argument("batch"), required=False
        ),
        d.Member(
            place="header",
            path=("X-Request-Id",),
            source=d.Argument("x_request_id"),
            required=True,
        ),
        d.Member(
            place="body", path=("name",), source=d.Argument("name"), required=True
        ),
        d.Member(
            place="body", path=("kind",), source=d.Argument("kind"), required=False
        ),
    ),
    has_body=True,
    validate=validators.make_thing_request,
    replies=(
        d.Reply(
            name="made",
            when=d.When(http=(200,), equals=((("code",), "00"),)),
            outcome="success",
            model="MakeThingMade",
            validate=validators.make_thing_made,
            code_at=("code",),
            echoes=(
                (("name",), ("body", "name")),
                (("request",), ("headers", "X-Request-Id")),
                (("batch",), ("query", "batch")),
            ),
        ),
        d.Reply(
            name="queued",
            when=d.When(http=(200, 202), equals=((("code",), "01"),)),
            outcome="alternative",
            model="MakeThingQueued",
            validate=validators.make_thing_queued,
            code_at=("code",),
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,), has=(("code",),)),
            outcome="by-code",
            model="MakeThingRefused",
            validate=validators.make_thing_refused,
            code_at=("code",),
            message_at=("message",),
        ),
    ),
    codes={
        "00": d.Code(error=None, agrees=((_STATUS, "S"),), within=("made",)),
        "01": d.Code(error=None, within=("queued",)),
        "10": d.Code(error=errors.NoName),
        "99": d.Code(error=errors.Broken),
    },
    models="partner_apis.acme.models.make_thing",
    rules=(d.Rule(kind="lifetime", says="A thing lives for a minute.", seconds=60),),
)
