"""Acme: Transfer money.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import transfer as forms
from ..validators import transfer as validators

OPERATION = d.Operation(
    partner="acme",
    name="transfer",
    page="https://docs.example.com/thing",
    method="POST",
    path="/transfer",
    members=(
        d.Member(
            place="header",
            path=("X-Time",),
            source=d.Clock(),
            required=True,
            form=forms.X_TIME,
        ),
        d.Member(place="header", path=("X-Nonce",), source=d.Nonce(32), required=True),
        d.Member(
            place="header",
            path=("X-Signature",),
            source=d.Signed(),
            required=True,
            prefix="v1=",
        ),
        d.Member(
            place="body", path=("account",), source=d.Argument("account"), required=True
        ),
    ),
    has_body=True,
    validate=validators.transfer_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200,), has=(("code",),)),
            outcome="by-code",
            model="TransferAnswered",
            validate=validators.transfer_answered,
            code_at=("code",),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.BadField),
        "9": d.Code(error=errors.BadSignature),
    },
    models="partner_apis.acme.models.transfer",
    signature=d.Signature(
        algorithm="RSA-SHA256",
        key=d.Credential("private_key"),
        parts=(
            "method",
            d.FixedText(" "),
            "path",
            d.FixedText("\n"),
            "timestamp",
            d.FixedText("\n"),
            "nonce",
            d.FixedText("\n"),
            "body",
        ),
        separator="",
        encoding="base64",
    ),
    unsettled=("transfer.signature.encoding",),
)
