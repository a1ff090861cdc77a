"""Acme: Look a payment up.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import look_up as validators

OPERATION = d.Operation(
    partner="acme",
    name="look_up",
    page="https://docs.example.com/thing",
    method="GET",
    path="/look-up",
    members=(
        d.Member(place="query", path=("id",), source=d.Argument("id"), required=True),
        d.Member(
            place="query", path=("amount",), source=d.Argument("amount"), required=False
        ),
        d.Member(place="query", path=("signature",), source=d.Signed(), required=True),
        d.Member(
            place="header",
            path=("X-Place",),
            source=d.Argument("x_place"),
            required=False,
        ),
    ),
    has_body=False,
    validate=validators.look_up_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200,), has=(("code",),)),
            outcome="by-code",
            model="LookUpAnswered",
            validate=validators.look_up_answered,
            code_at=("code",),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.BadField),
        "9": d.Code(error=errors.BadSignature),
    },
    models="partner_apis.acme.models.look_up",
    signature=d.Signature(
        algorithm="HMAC-SHA1",
        key=d.Credential("secret"),
        parts=(
            d.SignedField(("query", "id")),
            d.Selection(
                of=(("query",), ("headers",)),
                order="listed",
                names=("amount", "X-Place", "id", "merchant"),
                separator=",",
                keeps_empty=True,
                added=(("merchant", d.Credential("merchant")),),
                strip=".,",
            ),
        ),
        separator="|",
        encoding="base64url",
        signs_query=True,
    ),
    unsettled=("look_up.signature.encoding",),
)
