"""Acme: Upload the documents of a customer.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import upload as validators

OPERATION = d.Operation(
    partner="acme",
    name="upload",
    page="https://docs.example.com/gateway",
    method="POST",
    path="/documents",
    members=(
        d.Member(
            place="body",
            path=("customer",),
            source=d.Argument("customer"),
            required=True,
        ),
        d.Member(
            place="body", path=("pages",), source=d.Argument("pages"), required=False
        ),
        d.Member(
            place="body", path=("photo",), source=d.Argument("photo"), required=True
        ),
        d.Member(
            place="body", path=("logo",), source=d.Argument("logo"), required=False
        ),
        d.Member(
            place="body",
            path=("document",),
            source=d.Argument("document"),
            required=False,
        ),
    ),
    has_body=True,
    body=d.Body(format="multipart"),
    validate=validators.upload_request,
    replies=(
        d.Reply(
            name="stored",
            when=d.When(http=(201,)),
            outcome="success",
            model="UploadStored",
            validate=validators.upload_stored,
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,)),
            outcome="by-code",
            model="UploadRefused",
            validate=validators.upload_refused,
            code_at=("code",),
        ),
    ),
    codes={
        "1": d.Code(error=errors.Missing),
        "2": d.Code(error=errors.Wrong),
        "3": d.Code(error=errors.NotParts),
    },
    models="partner_apis.acme.models.upload",
)
