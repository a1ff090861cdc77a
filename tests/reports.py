"""A document of results as the harness writes it, with all that a page has to show."""

from __future__ import annotations

from typing import Any

HOSTILE = "<script>alert(1)</script> & \u202eright to left\u200b \x1b[31m"
CURLED = "https://sandbox.example.com/v1/pay?shop=1&page=<2>"
LONG = "EXAMPLE-ORDER-" * 30


def document() -> dict[str, Any]:
    """Return a document of two operations; one failed."""
    quiet = operation("acme.ping", [case("accepts", "everything", "passed")])
    return {
        "format": "specmill-report",
        "version": 1,
        "run": {
            "started": "2026-01-31T10:20:30+00:00",
            "seconds": 1.25,
            "ended": "failed",
            "against": "server",
            "environment": "sandbox",
            "address": "https://sandbox.example.com/v1",
            "versions": {"Python": "3.11.7", "pytest": "9.0.0"},
            "notes": ["at most 60 requests, 10 a second"],
            "troubles": [{"where": "acme/test_odd.py", "told": "no Python <here>"}],
        },
        "totals": {"passed": 2, "failed": 2, "observed": 1, "not_run": 1},
        "operations": [operation("acme.pay", _cases()), quiet],
    }


def _cases() -> list[dict[str, Any]]:
    told = [
        "acme.pay: a request with no /body/otp is refused with 10",
        "due: the code 10",
        f"sent: POST /pay\n    Authorization: ***\n    {LONG}",
        f"came: HTTP 200\n    {HOSTILE}",
        f"again: curl -H 'X: '\"$ACME_TOKEN\" '{CURLED}'"
        "\n    where ACME_TOKEN is the credential token",
        "the page says (table): otp is required",
        "page: Pay, https://docs.example.com/pay, read 2026-01-31",
    ]
    return [
        case("accepts", "everything", "passed"),
        case("refuses", "no otp", "failed", told=told),
        case("refuses", "a crash", "failed", told=["a traceback\n<of> two lines"]),
        case("observes", "more", "observed", came=f"HTTP 200 {HOSTILE}", why="unsaid"),
        case("refuses", "later", "skipped", why="the budget is used up"),
    ]


def case(test: str, name: str, outcome: str, **more: Any) -> dict[str, Any]:
    """Return what became of one case."""
    return {
        "test": f"test_{test}",
        "case": name,
        "side": "provider",
        "client": "",
        "fact": "body.otp.required",
        "evidence": "table",
        "proves": f"the request {name} is what the page says {HOSTILE}",
        "outcome": outcome,
        "why": "",
        "came": "",
        "told": [],
        "seconds": 0.01,
        **more,
    }


def operation(name: str, cases: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what became of the cases of one operation."""
    numbers = {
        outcome: sum(each["outcome"] == outcome for each in cases)
        for outcome in ("passed", "failed", "observed", "skipped")
    }
    return {
        "operation": name,
        "title": "Acme <Payments>",
        "summary": f"Pay. {HOSTILE}",
        "page": {
            "title": "Pay",
            "url": "https://docs.example.com/pay?a=1&b=2#v2",
            "read": "2026-01-31",
        },
        "spec": "specs/acme/pay.yaml",
        "method": "POST",
        "path": "/pay",
        "effect": "moves money",
        "address": "https://sandbox.example.com/v1",
        "passed": numbers["passed"],
        "failed": numbers["failed"],
        "observed": numbers["observed"],
        "not_run": numbers["skipped"],
        "skipped": "the budget is used up" if numbers["skipped"] else "",
        "shown": {"known": 2, "shown": 1},
        "facts": [
            fact("method", "line", "shown", passed=1),
            fact("body.otp.required", "limit", "failed", passed=1, failed=2),
            fact("codes.10", "code", "not-shown"),
            fact("rules.1", "rule", "not-testable"),
        ],
        "unknowns": [
            {
                "fact": "pay.signature.encoding",
                "says": "how the signature is written is not said",
                "needed": True,
                "settled": "hex (the environment sandbox)",
            }
        ],
        "defects": [
            {
                "id": "P-D2",
                "page": f"A brace is missing. {HOSTILE}",
                "decided": "Added.",
            }
        ],
        "cases": cases,
    }


def fact(
    name: str, kind: str, state: str, passed: int = 0, failed: int = 0
) -> dict[str, Any]:
    """Return what became of one fact."""
    return {
        "id": name,
        "kind": kind,
        "says": f"{name} is {LONG}",
        "evidence": "external: the standard's page",
        "state": state,
        "passed": passed,
        "failed": failed,
    }
