"""A partner of one operation, to be meant with a line or two changed."""

from __future__ import annotations

from textwrap import dedent, indent

from specmill import ir
from specmill.check import check
from specmill.diagnostics import Diagnostic, Refused
from specmill.read import read
from specmill.resolve import resolve

PARTNER = """\
partner: acme
title: Acme
pages: {pay: {title: Pay, url: "https://docs.example.com/pay", read: "2026-01-31"}}
servers: {sandbox: {url: "https://sandbox.example.com", evidence: table}}
"""
OPERATION = """\
operation: pay
summary: Pay.
page: pay
effect: none
"""
REQUEST = """\
request:
  method: POST
  path: /pay
  evidence: {method: table, path: table}
"""
FOLLOWS = "follows: open\n"
CREDENTIALS = """\
credentials:
  secret: {summary: A key., secret: true, evidence: table}
  user: {summary: A name., secret: false, evidence: table}
"""


def operation(text: str = "", *, request: str = "") -> str:
    """Return an operation: *request* continues its request, *text* follows."""
    inside = indent(dedent(request), "  ")
    return OPERATION + REQUEST + inside + dedent(text)


def with_fields(text: str) -> str:
    """Return an operation whose body has the fields of *text*."""
    body = "body:\n  format: json\n  fields:\n" + indent(dedent(text), "    ")
    return operation(request=body)


def with_headers(text: str) -> str:
    """Return an operation with the headers of *text*."""
    return operation(request="headers:\n" + indent(dedent(text), "  "))


def with_replies(*replies: str, more: str = "") -> str:
    """Return an operation with replies, each a mapping in flow style."""
    listed = "".join(f"  - {reply}\n" for reply in replies)
    return operation(f"replies:\n{listed}" + dedent(more))


def reply(name: str, when: str, outcome: str = "success", more: str = "") -> str:
    """Return a reply whose body has a member `code` that is text."""
    return (
        f"{{name: {name}, summary: Answered., when: {{{when}}}, outcome: {outcome},"
        f"{more} defaults: {{required: true, evidence: table}},"
        " body: {format: json, fields: {code: {type: string}}}}"
    )


def meant(
    operation: str,
    *,
    partner: str = "",
    standard: str = "",
    environments: tuple[str, ...] = (),
    warnings: list[Diagnostic] | None = None,
) -> ir.Partner:
    """Return what the partner's files mean; *partner* continues partner.yaml."""
    texts = {"acme/partner.yaml": PARTNER + dedent(partner), "acme/pay.yaml": operation}
    if standard:
        texts["open.yaml"] = "standard: open\ntitle: Open\n" + dedent(standard)
    for number, text in enumerate(environments):
        texts[f"acme/environments/{number}.yaml"] = dedent(text)
    specs = [check(read(path, text.encode())) for path, text in texts.items()]
    told: list[Diagnostic] = [] if warnings is None else warnings
    (found,) = resolve(specs, warn=told.append).partners
    return found


def meant_operation(
    operation: str, *, partner: str = "", standard: str = ""
) -> ir.Operation:
    """Return what one operation means."""
    (found,) = meant(operation, partner=partner, standard=standard).operations
    return found


def meant_field(text: str) -> ir.Field:
    """Return what the field `id` means, written as the mapping *text*."""
    body = meant_operation(with_fields(f"id: {text}\n")).request.body
    assert body is not None
    return body.fields[0]


def codes_told(operation: str, *, partner: str = "", standard: str = "") -> list[str]:
    """Return the codes of what is told about *operation*; none where it is accepted."""
    try:
        meant(operation, partner=partner, standard=standard)
    except Refused as refused:
        return [each.code for each in refused.diagnostics]
    return []
