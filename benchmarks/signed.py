"""One signed operation of a made-up partner, and what its benchmarks send and read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Final

from turns import undistorted

PARTNER: Final = """\
partner: bench
title: Bench
summary: A partner for benchmarks.
pages:
  pay: {title: Pay, url: "https://docs.bench.example/pay", read: "2026-11-21"}
servers:
  sandbox: {url: "https://bench.example", evidence: table}
credentials:
  key: {summary: The key., secret: true, evidence: table, example: example-key-0001}
  secret: {summary: What keys the signature., secret: true, evidence: table, example: s}
signature:
  algorithm: HMAC-SHA256
  key: {credential: secret}
  parts: [method, path, timestamp, body]
  separator: ":"
  encoding: hex
  evidence: prose
  encoding-evidence: prose
"""
OPERATION: Final = """\
operation: pay
summary: Pay a bill.
page: pay
effect: moves money
request:
  method: POST
  path: /v1/pay
  evidence: {method: table, path: table}
  defaults: {required: true, evidence: table}
  headers:
    X-Key: {type: string, from: {credential: key}, secret: true}
    X-Time: {type: datetime, format: yyyy-MM-ddTHH:mm:ssTZD, from: clock}
    X-Sign: {type: string, from: signature}
  body:
    format: json
    fields:
      reference: {type: string, length: 1..20}
      account: {type: string, chars: digits, length: 8..15}
      name: {type: string, length: ..35}
      channel: {type: string, enum: [SMS, VOICE, APP]}
      amount: {type: integer, range: 1..1000000}
      count: {type: integer, range: 1..99}
      urgent: {type: boolean}
      currency: {type: string, length: 3}
      note: {type: string, required: false, length: ..140}
      branch: {type: string, required: false, length: 4}
replies:
  - name: paid
    summary: The bill is paid.
    when: {http: 200, equals: {body.code: "0000"}}
    outcome: success
    code: body.code
    message: body.message
    defaults: {required: true, evidence: table}
    body:
      format: json
      fields:
        code: {type: string, length: 4}
        message: {type: string}
        reference: {type: string, echoes: body.reference}
        paid: {type: boolean}
        entries:
          type: array
          items:
            type: object
            fields:
              kind: {type: string, enum: [amount, fee]}
              value: {type: integer, range: 0..1000000}
              text: {type: string, length: ..60}
"""
URL: Final = "/v1/pay"
ARGUMENTS: Final[dict[str, Any]] = {
    "reference": "R-000001",
    "account": "1234567890",
    "name": "A. Customer",
    "channel": "SMS",
    "amount": 12500,
    "count": 3,
    "urgent": False,
    "currency": "EUR",
    "note": "For the bill of January.",
    "branch": "0042",
}
REPLY: Final = json.dumps(
    {
        "code": "0000",
        "message": "Paid",
        "reference": "R-000001",
        "paid": True,
        "entries": [
            {"kind": kind, "value": value, "text": "One entry of the account."}
            for kind, value in (("amount", 12500), ("fee", 100)) * 6
        ],
    }
).encode()


def generate(python: Path, root: Path) -> Path:
    """Make the project in *root* and return the folder of its package."""
    folder = root / "specs" / "bench"
    folder.mkdir(parents=True)
    (folder / "partner.yaml").write_text(PARTNER, "utf-8")
    (folder / "pay.yaml").write_text(OPERATION, "utf-8")
    subprocess.run(
        [python, "-m", "specmill", "generate"],
        cwd=root,
        env=undistorted(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return root / "generated"
