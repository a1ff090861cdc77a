"""Acme: Transfer money.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import transfer as validators

OPERATION = d.Operation(
    partner="acme",
    name="transfer",
    page="https://docs.example.com/thing",
    method="POST",
    path="/transfer",
    members=(
        d.Member(place="header", path=("X-Sign",), source=d.Signed(), required=True),
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
            proof=d.Proof(
                d.Signature(
                    algorithm="RSA-SHA256",
                    key=d.Credential("public_key"),
                    parts=("body",),
                    separator="",
                    encoding="base64",
                    suffix=(d.FixedText(";"),),
                ),
                ("headers", "X-Reply-Sign"),
                prefix="v1=",
            ),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.BadField),
    },
    models="partner_apis.acme.models.transfer",
    signature=d.Signature(
        algorithm="HMAC-SHA256",
        key=d.Credential("secret"),
        parts=(
            "method",
            "path",
            "body",
        ),
        separator=":",
        encoding="hex",
    ),
    unsettled=("transfer.signature.encoding",),
)
