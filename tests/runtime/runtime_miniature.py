"""A partner of one operation, written by hand as the generator would write it."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from typing import Any, Final

from specmill.runtime.absent import ABSENT, Absent
from specmill.runtime.client import AsyncClient, SyncClient
from specmill.runtime.declare import (
    Argument,
    Basic,
    BodyDigest,
    Clock,
    Code,
    Constant,
    Credential,
    CredentialDeclaration,
    Environment,
    FlowValue,
    Member,
    Operation,
    Partner,
    Reply,
    Signature,
    Signed,
    When,
)
from specmill.runtime.errors import OutcomeUnknown, Rejected
from specmill.runtime.violations import Violation
from specmill.runtime.wire import DateText, DateTimeText

PAGE: Final = "https://docs.toypay.example/verify-otp"
NOW: Final = datetime(2026, 11, 21, 9, 30, 15, tzinfo=timezone(timedelta(hours=7)))

TOKEN: Final = "token-aaaa-bbbb"
CLIENT_KEY: Final = "client-key-cccc"
PASSWORD: Final = "password-dddd"
OTP: Final = "424242"
SECRETS: Final = (TOKEN, CLIENT_KEY, PASSWORD, OTP)
CREDENTIALS: Final = {
    "access_token": TOKEN,
    "client_key": CLIENT_KEY,
    "user": "toy",
    "password": PASSWORD,
}


class InvalidOtp(Rejected):
    code = "403"
    documented_message = "Invalid OTP entered"
    then = "ask-again"


class SystemError_(OutcomeUnknown):
    code = "501"
    documented_message = "System error"
    then = "wait-for-callback"


def verify_otp_request(value: object) -> list[Violation]:
    assert isinstance(value, dict)
    return [*_missing(value), *_otp(value["body"].get("otp"))]


def _missing(value: dict[str, Any]) -> list[Violation]:
    wanted = (("query", "mid"), ("headers", "X-EXTERNAL-ID"), ("body", "otp"))
    return [
        Violation(f"/{place}/{name}", "required", "is required", "verify-otp, table")
        for place, name in wanted
        if name not in value[place]
    ]


def _otp(otp: object) -> list[Violation]:
    says = "is text of exactly 6 characters"
    if otp is None or (isinstance(otp, str) and len(otp) == 6):
        return []
    return [Violation("/body/otp", "length", says, "verify-otp, table")]


def verify_otp_reply(value: object) -> list[Violation]:
    assert isinstance(value, dict)
    info = value.get("resultInfo")
    if not isinstance(info, dict) or "resultCode" not in info:
        return [Violation("/resultInfo/resultCode", "required", "is required", PAGE)]
    if "surprise" in value:
        return [Violation("/surprise", "enum", "is one of A, B", PAGE)]
    return []


def _member(place: Any, path: str, source: Any, **more: Any) -> Member:
    fields: dict[str, Any] = {"required": False, **more}
    return Member(place=place, path=tuple(path.split(".")), source=source, **fields)


CODE_AT: Final = ("resultInfo", "resultCode")
SIGNATURE: Final = Signature(
    algorithm="HMAC-SHA512",
    key=Credential("client_key"),
    parts=(
        "method",
        "path",
        Credential("access_token"),
        BodyDigest("SHA-256", minified=True),
        "timestamp",
    ),
    separator=":",
    encoding=None,
)
VERIFY_OTP: Final = Operation(
    partner="toypay",
    name="verify_otp",
    page=PAGE,
    method="POST",
    path="/v2/{branch}/otp",
    has_body=True,
    members=(
        _member("segment", "branch", Argument("branch"), required=True),
        _member("query", "mid", Argument("mid"), required=True),
        _member("query", "note", Argument("note")),
        _member("header", "Content-Type", Constant("application/json")),
        _member(
            "header",
            "Authorization",
            Credential("access_token"),
            required=True,
            prefix="Bearer ",
            secret=True,
        ),
        _member("header", "X-Basic", Basic("user", "password")),
        _member(
            "header",
            "X-TIMESTAMP",
            Clock(),
            form=DateTimeText("yyyy-MM-ddTHH:mm:ssTZD"),
        ),
        _member("header", "X-SIGNATURE", Signed(), required=True),
        _member("header", "X-EXTERNAL-ID", FlowValue("external_id"), required=True),
        _member("body", "head.version", Constant("v1")),
        _member("body", "head.token", Argument("token"), secret=True),
        _member("body", "otp", Argument("otp"), required=True, secret=True),
        _member(
            "body",
            "action",
            Argument("action"),
            letter_case="unknown",
            fact="verify_otp.body.action",
        ),
        _member("body", "reference", Argument("reference")),
        _member("body", "due", Argument("due"), form=DateText("dd/MM/yyyy")),
        _member("body", "extra", Argument("extra")),
    ),
    validate=verify_otp_request,
    replies=(
        Reply(
            name="verified",
            when=When(equals=((CODE_AT, "0000"),)),
            outcome="success",
            model="VerifyOtpVerified",
            validate=verify_otp_reply,
            code_at=CODE_AT,
            message_at=("resultInfo", "resultMsg"),
            echoes=((("reference",), ("body", "reference")),),
        ),
        Reply(
            name="refused",
            when=When(has=(CODE_AT,)),
            outcome="by-code",
            model="VerifyOtpRefused",
            validate=verify_otp_reply,
            code_at=CODE_AT,
            message_at=("resultInfo", "resultMsg"),
        ),
    ),
    codes={
        "0000": Code(error=None, agrees=((("resultInfo", "resultStatus"), "S"),)),
        "403": Code(error=InvalidOtp, agrees=((("resultInfo", "resultStatus"), "F"),)),
        "501": Code(error=SystemError_),
        "409": Code(error=Rejected, http=409),
        "504": Code(error=SystemError_, http=504),
    },
    models="runtime_miniature_models",
    signature=SIGNATURE,
    unsettled=("verify_otp.signature.encoding", "verify_otp.body.action.case"),
)
CREDIT_HISTORY: Final = Operation(
    partner="toypay",
    name="credit_history",
    page="https://docs.toypay.example/credit-history",
    method="GET",
    path=None,
    has_body=True,
    members=(_member("body", "id", Argument("id")),),
    validate=lambda value: [],
    replies=(
        Reply(
            name="found",
            when=When(http=(200,)),
            outcome="success",
            model="VerifyOtpVerified",
            validate=lambda value: [],
        ),
    ),
    codes={},
    models="runtime_miniature_models",
    unsettled=("credit_history.path",),
)
PARTNER: Final = Partner(
    name="toypay",
    title="Toypay",
    environments=(
        Environment(
            name="staging",
            base_url="https://staging.toypay.example/api",
            facts={"verify_otp.signature.encoding": "base64"},
        ),
        Environment(name="production", base_url=None),
    ),
    credentials=(
        CredentialDeclaration(
            name="access_token", variable="TOYPAY_ACCESS_TOKEN", summary="The token."
        ),
        CredentialDeclaration(
            name="client_key", variable="TOYPAY_CLIENT_KEY", summary="The key."
        ),
        CredentialDeclaration(
            name="user", variable="TOYPAY_USER", summary="The user.", secret=False
        ),
        CredentialDeclaration(
            name="password", variable="TOYPAY_PASSWORD", summary="The password."
        ),
    ),
    base_url_variable="TOYPAY_BASE_URL",
)
FACTS: Final = {
    "verify_otp.signature.encoding": "hex",
    "credit_history.path": "/credit",
}
CALL: Final[dict[str, Any]] = {
    "branch": "b1",
    "mid": "M1",
    "otp": OTP,
    "external_id": "E1",
    "reference": "R1",
}


class ToypayClient(SyncClient):
    _partner = PARTNER
    _fact_names = (*VERIFY_OTP.unsettled, *CREDIT_HISTORY.unsettled)
    _flow_names = ("external_id",)

    def verify_otp(self, **arguments: object) -> Any:
        return self._call(VERIFY_OTP, arguments)

    def credit_history(self, *, id: str | Absent = ABSENT) -> Any:
        return self._call(CREDIT_HISTORY, {"id": id})


class AsyncToypayClient(AsyncClient):
    _partner = PARTNER
    _fact_names = (*VERIFY_OTP.unsettled, *CREDIT_HISTORY.unsettled)
    _flow_names = ("external_id",)

    async def verify_otp(self, **arguments: object) -> Any:
        return await self._call(VERIFY_OTP, arguments)

    async def credit_history(self, *, id: str | Absent = ABSENT) -> Any:
        return await self._call(CREDIT_HISTORY, {"id": id})


def settings(**more: Any) -> dict[str, Any]:
    """Return constructor arguments of a client that lacks nothing."""
    return {
        "base_url": "https://toypay.example/api",
        "credentials": CREDENTIALS,
        "facts": FACTS,
        "clock": lambda: NOW,
        **more,
    }


def forked(client: ToypayClient, name: str) -> int:
    """Make ten calls in a child; it ends with 0 where each got its own answer."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        sent = [f"{name}{n}" for n in range(10)]
        replies = [client.verify_otp(**{**CALL, "reference": each}) for each in sent]
        code = 0 if [reply.reference for reply in replies] == sent else 2
    finally:
        os._exit(code)
