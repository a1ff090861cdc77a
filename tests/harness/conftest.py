"""One made-up operation, its contract, and an embedded provider that serves it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from specmill.harness.contract import Contract
from specmill.harness.exchanges import Server
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of
from specmill.harness.requests import made_up
from specmill.harness.summary import Tally

DOCUMENT: dict[str, Any] = {
    "format": 1,
    "partner": "acme",
    "operation": "confirm",
    "page": "Confirm, https://docs.example.com/confirm, read 2026-11-21",
    "effect": "confirms an order",
    "method": "POST",
    "path": "/confirm",
    "stated": {},
    "credentials": [
        {
            "name": "token",
            "variable": "ACME_TOKEN",
            "example": "example-token",
            "secret": True,
        },
        {
            "name": "secret",
            "variable": "ACME_SECRET",
            "example": "example-secret",
            "secret": True,
        },
    ],
    "environments": [],
    "request": {
        "schema": {
            "type": "object",
            "required": ["query", "headers", "body"],
            "properties": {
                "query": {
                    "type": "object",
                    "properties": {
                        "shop": {"type": "string", "maxLength": 8},
                        "page": {"type": "integer"},
                    },
                    "required": ["shop"],
                },
                "headers": {
                    "type": "object",
                    "properties": {
                        "authorization": {"type": "string", "pattern": "^Bearer "},
                        "x-time": {"type": "string"},
                        "x-sign": {"type": "string"},
                    },
                    "required": ["authorization", "x-time", "x-sign"],
                },
                "body": {
                    "type": "object",
                    "properties": {
                        "otp": {
                            "type": "string",
                            "minLength": 6,
                            "maxLength": 6,
                            "pattern": "^[0-9]*$",
                        },
                        "count": {"type": "integer", "minimum": 1, "maximum": 9},
                        "kind": {"type": ["string", "null"], "enum": ["A", "B", None]},
                        "born": {"type": "string"},
                        "more": {"type": "object", "properties": {}, "required": []},
                    },
                    "required": ["otp", "count"],
                },
            },
        },
        "example": {
            "query": {"shop": "S-1", "page": 1},
            "headers": {
                "Authorization": "Bearer example-token",
                "X-Time": "2024-01-31T10:20:30+07:00",
                "X-Sign": "",
            },
            "body": {
                "otp": "123456",
                "count": 3,
                "kind": "A",
                "born": "29/02/2000",
                "more": {},
            },
        },
        "sources": [
            {
                "pointer": "/headers/Authorization",
                "kind": "credential",
                "names": ["token"],
                "prefix": "Bearer ",
            },
            {"pointer": "/headers/X-Time", "kind": "clock", "names": [], "prefix": ""},
            {
                "pointer": "/headers/X-Sign",
                "kind": "signature",
                "names": [],
                "prefix": "",
            },
        ],
        "moments": [
            {
                "pointer": "/headers/X-Time",
                "kind": "pattern",
                "pattern": "yyyy-MM-ddTHH:mm:ssTZD",
                "zone": "",
                "none": None,
                "as_text": True,
            },
            {
                "pointer": "/body/born",
                "kind": "pattern",
                "pattern": "dd/MM/yyyy",
                "zone": "",
                "none": "00/00/0000",
                "as_text": True,
            },
        ],
        "secrets": ["/body/otp", "/headers/Authorization", "/headers/X-Sign"],
        "signature": {
            "algorithm": "HMAC-SHA512",
            "key": "secret",
            "parts": [
                {"kind": "method", "name": "", "minified": False},
                {"kind": "path", "name": "", "minified": False},
                {"kind": "credential", "name": "token", "minified": False},
                {"kind": "body", "name": "SHA-256", "minified": True},
                {"kind": "timestamp", "name": "", "minified": False},
            ],
            "separator": ":",
            "encoding": "hex",
            "signs_query": False,
        },
    },
    "replies": [
        {
            "name": "done",
            "outcome": "by-code",
            "when": {"http": [200, 401], "equals": {}, "has": ["/code"], "lacks": []},
            "code_at": "/code",
            "message_at": "/text",
            "columns": {"class": "/class"},
            "echoes": {"/shop": "/query/shop"},
            "schema": {
                "type": "object",
                "properties": {
                    "code": {"type": "string"},
                    "text": {"type": "string"},
                    "class": {"type": "string"},
                    "shop": {"type": "string"},
                },
                "required": ["code"],
                "additionalProperties": False,
            },
            "example": {"code": "00", "text": "Fine", "class": "S", "shop": "?"},
        }
    ],
    "codes": [
        {
            "code": code,
            "outcome": outcome,
            "message": message,
            "http": http,
            "columns": {"class": "S" if outcome == "success" else "F"},
            "reply": "done",
            "answers": answers,
        }
        for code, outcome, message, http, answers in (
            ("00", "success", "Fine", 200, []),
            ("10", "rejected", "Missing", 200, ["absent"]),
            ("11", "rejected", "Wrong", 200, ["value", "type"]),
            ("12", "rejected", "Unreadable", 200, ["not-json", "not-object"]),
            ("20", "rejected", "Who are you", 401, ["credential"]),
            ("21", "rejected", "Bad signature", 401, ["signature"]),
            ("30", "unknown", "Busy", 200, []),
        )
    ],
    "facts": [
        {
            "id": "body.otp.length",
            "kind": "limit",
            "says": "otp is text of exactly 6 characters",
            "evidence": "table",
            "testable": True,
        },
        {
            "id": "rules.1",
            "kind": "rule",
            "says": "the OTP is valid for a minute",
            "evidence": "prose",
            "testable": False,
        },
    ],
}


@pytest.fixture
def document() -> dict[str, Any]:
    """A copy of the contract document, to be changed."""
    return copy.deepcopy(DOCUMENT)


@pytest.fixture(scope="session")
def contract() -> Contract:
    return contract_of(DOCUMENT)


@pytest.fixture(scope="session")
def running(contract: Contract) -> Iterator[Provider]:
    with Provider([contract]) as provider:
        yield provider


@pytest.fixture
def provider(running: Provider) -> Provider:
    running.clear()
    return running


@pytest.fixture
def server(contract: Contract, provider: Provider) -> Server:
    base_url = provider.url("acme")
    return Server(
        contract, base_url, made_up(contract), Tally(contract), is_embedded=True
    )
