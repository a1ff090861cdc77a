"""Acme: Pay.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import pay as forms
from ..validators import pay as validators

OPERATION = d.Operation(
    partner="acme",
    name="pay",
    page="https://docs.example.com/thing",
    method="POST",
    path=None,
    members=(
        d.Member(
            place="header",
            path=("X-FLOW",),
            source=d.FlowValue("flow_id"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("CHANNEL",),
            source=d.Credential("channel"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("Authorization",),
            source=d.Credential("token"),
            required=True,
            prefix="Bearer ",
            secret=True,
        ),
        d.Member(
            place="header",
            path=("X-TIME",),
            source=d.Clock(),
            required=True,
            form=forms.X_TIME,
        ),
        d.Member(place="header", path=("X-SIGN",), source=d.Signed(), required=True),
        d.Member(
            place="body",
            path=("reference",),
            source=d.Argument("reference"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("action",),
            source=d.Argument("action"),
            required=True,
            letter_case="unknown",
            fact="pay.body.action",
        ),
    ),
    has_body=True,
    validate=validators.pay_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200, 404), has=(("responseCode",),)),
            outcome="by-code",
            model="PayAnswered",
            validate=validators.pay_answered,
            code_at=("responseCode",),
        ),
    ),
    codes={
        "2000400": d.Code(error=None, http=200),
        "4040415": d.Code(error=errors.NotThere, http=404),
    },
    models="partner_apis.acme.models.pay",
    signature=d.Signature(
        algorithm="HMAC-SHA512",
        key=d.Credential("secret"),
        parts=(
            "method",
            "path",
            d.Credential("token"),
            d.BodyDigest("SHA-256", minified=True),
            "timestamp",
        ),
        separator=":",
        encoding=None,
    ),
    rules=(d.Rule(kind="do-not-fail", says="A status other than 2xx is no failure."),),
    unsettled=("pay.path", "pay.body.action.case", "pay.signature.encoding"),
)
