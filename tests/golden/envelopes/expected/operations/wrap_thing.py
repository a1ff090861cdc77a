"""Acme: Wrap a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..forms import wrap_thing as forms
from ..validators import wrap_thing as validators

OPERATION = d.Operation(
    partner="acme",
    name="wrap_thing",
    page="https://docs.example.com/thing",
    method="POST",
    path="/things",
    members=(
        d.Member(
            place="body",
            path=("head", "version"),
            source=d.Argument("version"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("head", "sent"),
            source=d.Argument("sent"),
            required=False,
            form=forms.SENT,
        ),
        d.Member(
            place="body",
            path=("extra", "note"),
            source=d.Argument("note"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("extra", "price"),
            source=d.Argument("price"),
            required=False,
        ),
    ),
    has_body=True,
    objects=(("head",),),
    validate=validators.wrap_thing_request,
    replies=(
        d.Reply(
            name="wrapped",
            when=d.When(http=(200,)),
            outcome="success",
            model="WrapThingWrapped",
            validate=validators.wrap_thing_wrapped,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.wrap_thing",
)
