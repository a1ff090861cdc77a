"""The miniature's contract, so that the embedded provider can serve it with faults."""

from __future__ import annotations

from typing import Any, Final

from runtime_server import VERIFIED

from specmill.harness.contract import Contract
from specmill.harness.reading import contract_of

DOCUMENT: Final[dict[str, Any]] = {
    "format": 1,
    "partner": "toypay",
    "operation": "verify_otp",
    "page": "Verify, https://docs.toypay.example/verify-otp, read 2026-11-21",
    "effect": "verifies an OTP",
    "method": "POST",
    "path": "/v2/b1/otp",
    "stated": {},
    "credentials": [],
    "environments": [],
    "request": {
        "schema": {
            "type": "object",
            "properties": {
                "query": {"type": "object", "properties": {"mid": {"type": "string"}}},
                "headers": {"type": "object", "properties": {}},
                "body": {
                    "type": "object",
                    "properties": {"reference": {"type": "string"}},
                },
            },
        },
        "example": {"query": {}, "headers": {}, "body": {"reference": "R"}},
        "sources": [],
        "moments": [],
        "secrets": [],
        "signature": None,
    },
    "replies": [
        {
            "name": "verified",
            "outcome": "success",
            "when": {
                "http": [],
                "equals": {"/resultInfo/resultCode": "0000"},
                "has": [],
                "lacks": [],
            },
            "code_at": "/resultInfo/resultCode",
            "message_at": "/resultInfo/resultMsg",
            "columns": {},
            "echoes": {"/reference": "/body/reference"},
            "schema": {"type": "object"},
            "example": VERIFIED,
        }
    ],
    "codes": [],
    "facts": [],
}


def contract() -> Contract:
    return contract_of(DOCUMENT)
