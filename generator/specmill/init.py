"""Start a project, or add an operation to one, with an example that passes its tests.

The only place that edits a spec somebody wrote: ruamel.yaml's round trip keeps comments,
order and quotes.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from .check import check, json_schema
from .diagnostics import Refused
from .output import OutputError, replace_file
from .pipeline import Project
from .read import read
from .resolve import resolve
from .spec import NAME_PATTERN

SCHEMA: Final = "spec.schema.json"


def start(project: Project, partner: str, operation: str) -> tuple[str, ...]:
    """Write what is missing for *operation* of *partner*; return the paths.

    Nothing that exists is replaced: to an existing `partner.yaml` a page is added.
    Raises OutputError for a name that check would refuse and for an operation that
    exists.
    """
    for name in (partner, operation):
        if not re.fullmatch(NAME_PATTERN, name, re.ASCII):
            raise OutputError(f"{name!a} is not a name in snake_case, such as send_otp")
    _refuse_reserved(partner, operation)
    folder = project.root / project.specs / partner
    target = folder / f"{operation}.yaml"
    if target.exists():
        raise OutputError(f"{_shown(project, target)} exists; it is not replaced")
    return tuple(
        _shown(project, path)
        for path in _written(project, folder, target, partner, operation)
    )


def _refuse_reserved(partner: str, operation: str) -> None:
    """Refuse names that only the later passes know to be taken; nothing is written."""
    if operation == "partner":
        raise OutputError("'partner' is the file of the partner; choose another name")
    page = operation.replace("_", "-")
    texts = {
        f"{partner}/partner.yaml": _partner_text(partner, page),
        f"{partner}/{operation}.yaml": OPERATION.format(operation=operation, page=page),
    }
    try:
        resolve([check(read(path, text.encode())) for path, text in texts.items()])
    except Refused as refused:
        raise OutputError(refused.diagnostics[0].message) from None


def _partner_text(partner: str, page: str) -> str:
    return PARTNER.format(partner=partner, page=page, title=_title(partner))


def _written(
    project: Project, folder: Path, target: Path, partner: str, operation: str
) -> Iterator[Path]:
    page = operation.replace("_", "-")
    partner_file = folder / "partner.yaml"
    if partner_file.exists():
        edited = _with_page(project, partner_file, page, operation)
        if edited is not None:
            _put(partner_file, edited)
            yield partner_file
    else:
        _put(partner_file, _partner_text(partner, page))
        yield partner_file
    _put(target, OPERATION.format(operation=operation, page=page))
    yield target
    schema = project.root / project.specs / SCHEMA
    if not schema.exists():
        _put(schema, json.dumps(json_schema(), indent=2) + "\n")
        yield schema


def _title(name: str) -> str:
    return " ".join(part.capitalize() for part in name.split("_"))


def _shown(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix()


def _put(path: Path, text: str) -> None:
    """Write *text* so that a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text.encode("utf-8"))


def _with_page(project: Project, path: Path, page: str, operation: str) -> str | None:
    """Return the partner's file with the page added; None if it has the page."""
    from ruamel.yaml import YAML

    content = path.read_bytes()
    shown = _shown(project, path)
    try:
        check(read(shown, content))
    except Refused as refused:
        raise OutputError(f"{shown} has to be mended first: {refused}") from None
    round_trip = YAML()
    round_trip.preserve_quotes = True
    round_trip.width = 4096
    document: Any = round_trip.load(content.decode("utf-8"))
    if page in document["pages"]:
        return None
    entry = {
        "title": _title(operation),
        "url": f"https://docs.example.com/{page}",
        "read": _quoted("2026-01-31"),
    }
    # At the front: a comment or blank line after the last page stays where it is.
    document["pages"].insert(0, page, entry)
    stream = io.StringIO()
    round_trip.dump(document, stream)
    return stream.getvalue()


def _quoted(text: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(text)


PARTNER: Final = """# yaml-language-server: $schema=../spec.schema.json
partner: {partner}
title: {title}
summary: What the partner offers, in your words.

pages:
  {page}:
    title: The title of the page
    url: https://docs.example.com/{page}
    read: "2026-01-31"

servers:
  sandbox:
    url: https://sandbox.example.com
    evidence: prose
  production:
    url: unknown

credentials:
  api_key:
    summary: The key that the partner hands out.
    secret: true
    evidence: table
    example: example-key-0001
"""

OPERATION: Final = """# yaml-language-server: $schema=../spec.schema.json
operation: {operation}
summary: Send a one-time password to a customer.
page: {page}
effect: sends a message to the customer

request:
  method: POST
  path: /v1/otp
  evidence: {{method: prose, path: example}}
  headers:
    Content-Type: {{type: string, required: true, const: application/json, evidence: example}}
    X-API-KEY:
      type: string
      required: true
      length: 16
      from: {{credential: api_key}}
      secret: true
      evidence: table
  body:
    format: json
    fields:
      reference:
        type: string
        required: true
        length: 1..20
        evidence: table
        summary: Your own number of this request.
        example: REF-0001
      phone:
        type: string
        required: true
        chars: digits
        length: 8..15
        personal: true
        evidence: table
        summary: The number that the message goes to.
        example: "15550100"
      channel:
        type: string
        required: false
        enum: [SMS, VOICE]
        default: SMS
        evidence: table
        summary: How the message is sent.
        example: SMS

replies:
  - name: sent
    summary: The message is on its way.
    when: {{http: 200, equals: {{body.code: "00"}}}}
    outcome: success
    code: body.code
    message: body.message
    defaults: {{required: true, evidence: table}}
    body:
      format: json
      fields:
        code: {{type: string, length: 2, summary: The code of the result.}}
        message: {{type: string, summary: The result in words.}}
        reference: {{type: string, echoes: body.reference, summary: Your own number.}}
    example: {{code: "00", message: Sent, reference: REF-0001}}
  - name: refused
    summary: The partner refused the request.
    when: {{http: [400, 401], has: [body.code]}}
    outcome: by-code
    code: body.code
    message: body.message
    defaults: {{required: true, evidence: table}}
    body:
      format: json
      fields:
        code: {{type: string, length: 2, summary: The code of the result.}}
        message: {{type: string, summary: The result in words.}}
    example: {{code: "10", message: Invalid request}}

codes:
  "00": {{outcome: success, message: Sent, in: [sent], evidence: table}}
  "10":
    outcome: rejected
    error: InvalidFields
    then: fix-request
    message: Invalid request
    in: [refused]
    for: [absent, empty, type, value, not-json, not-object]
    evidence: table
  "11":
    outcome: rejected
    error: InvalidKey
    then: fix-credentials
    message: Invalid key
    in: [refused]
    for: [credential]
    evidence: table

rules:
  - {{say: The password is valid for 120 seconds., kind: lifetime, seconds: 120, evidence: prose}}
"""
