"""Acme: Find a thing.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import find_thing as validators

OPERATION = d.Operation(
    partner="acme",
    name="find_thing",
    page="https://docs.example.com/thing",
    method="GET",
    path="/things",
    members=(
        d.Member(place="query", path=("id",), source=d.Argument("id"), required=True),
    ),
    has_body=False,
    validate=validators.find_thing_request,
    replies=(),
    codes={},
    models="partner_apis.acme.models.find_thing",
)
