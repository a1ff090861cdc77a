"""What OpenAPI cannot say of an operation, and where the document tells it instead.

The list is made from what is meant, beside the document and not out of it, so that
nothing is lost in silence. `docs/decisions/0012-what-openapi-cannot-say.md` has the
reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from .. import ir
from ..constraints import Written
from ..members import is_unknown, members, reply_members
from ..runtime import wire
from ..verbatim import compose
from .requests import IGNORED, unsaid_credentials
from .schemas import Json, inferred_keys, is_calendar_date, unsaid_patterns

NO_BODY: Final = frozenset({"GET", "HEAD", "DELETE"})
"""Methods in which HTTP gives a body no meaning."""

Places = Callable[[ir.Operation], Iterable[str]]


def not_said(operations: Iterable[tuple[str, ir.Operation]]) -> list[Json]:
    """Return what OpenAPI cannot say of *operations*, which come with their names."""
    found = tuple(operations)
    entries = []
    for says, told_in, places in KINDS:
        at = [
            compose("{}.{}", name, place)
            for name, operation in found
            for place in places(operation)
        ]
        if at:
            entries.append({"says": says, "told-in": told_in, "at": at})
    return entries


# Where each kind occurs ---------------------------------------------------------------


def _line(operation: ir.Operation) -> Iterator[str]:
    if is_unknown(operation.request.path):
        yield "path"
    if is_unknown(operation.request.method):
        yield "method"


def _inferred_line(operation: ir.Operation) -> Iterator[str]:
    request = operation.request
    if not is_unknown(request.path) and not request.path_evidence.documented:
        yield "path"
    if not is_unknown(request.method) and not request.method_evidence.documented:
        yield "method"


def _methods(operation: ir.Operation) -> Iterator[str]:
    if operation.request.methods:
        yield "method"


def _by_browser(operation: ir.Operation) -> Iterator[str]:
    if operation.request.by_browser:
        yield "path"


def _conditions(operation: ir.Operation) -> Iterator[str]:
    yield from (each.name for each in operation.request.conditions)
    for reply in operation.replies:
        yield from (f"replies.{reply.name}.{each.name}" for each in reply.conditions)


def _body_of_get(operation: ir.Operation) -> Iterator[str]:
    if operation.request.method in NO_BODY and operation.request.body is not None:
        yield "body"


def _ignored_headers(operation: ir.Operation) -> Iterator[str]:
    for field in operation.request.headers:
        if field.wire_name.lower() in IGNORED:
            yield compose("headers.{}", field.wire_name)


def _made(operation: ir.Operation) -> Iterator[str]:
    made = (
        ir.FromClock
        | ir.FromFlow
        | ir.FromNonce
        | ir.FromIdempotencyKey
        | ir.FromSignature
    )
    for member in members(operation):
        if isinstance(member.field.source, made):
            yield member.fact


def _signature(operation: ir.Operation) -> Iterator[str]:
    if operation.request.signature is not None:
        yield "signature"


def _every_field(operation: ir.Operation) -> Iterator[tuple[ir.Field, str]]:
    for member in members(operation):
        yield member.field, member.fact
    for reply in operation.replies:
        yield from reply_members(reply.body.fields, f"replies.{reply.name}")


def _inferred(operation: ir.Operation) -> Iterator[str]:
    for field, name in _every_field(operation):
        for key in inferred_keys(field):
            yield compose("{}.{}", name, key)


def _unknown(operation: ir.Operation) -> Iterator[str]:
    start = f"{operation.name}."
    for unknown in operation.unknowns:
        yield unknown.fact.removeprefix(start)


def _forms(operation: ir.Operation) -> Iterator[str]:
    for field, name in _every_field(operation):
        is_moment = isinstance(field.form, wire.DateText | wire.DateTimeText)
        if is_moment and field.form and not is_calendar_date(field.form):
            yield name


def _numbers_as_text(operation: ir.Operation) -> Iterator[str]:
    for field, name in _every_field(operation):
        limits = [each for each in field.constraints if isinstance(each, Written)]
        if limits and not isinstance(field.form, wire.DateText | wire.DateTimeText):
            yield name


def _patterns(operation: ir.Operation) -> Iterator[str]:
    for field, name in _every_field(operation):
        if any(unsaid_patterns(field)):
            yield name


def _echoes(operation: ir.Operation) -> Iterator[str]:
    for field, name in _every_field(operation):
        if field.echoes is not None:
            yield name


def _masked(operation: ir.Operation) -> Iterator[str]:
    return (name for field, name in _every_field(operation) if field.masked)


def _any_status(operation: ir.Operation) -> Iterator[str]:
    for reply in operation.replies:
        if is_unknown(reply.when.http):
            yield f"replies.{reply.name}.http"


def _no_reply(operation: ir.Operation) -> Iterator[str]:
    if not operation.replies:
        yield "replies"


def _outcomes(operation: ir.Operation) -> Iterator[str]:
    yield from (f"replies.{reply.name}" for reply in operation.replies)
    yield from (compose("codes.{}", code.code) for code in operation.codes)


def _effect(operation: ir.Operation) -> Iterator[str]:
    yield "effect"


def _rules(operation: ir.Operation) -> Iterator[str]:
    yield from (f"rules.{number}" for number, _ in enumerate(operation.rules, 1))


def _defects(operation: ir.Operation) -> Iterator[str]:
    yield from (compose("defects.{}", defect.id) for defect in operation.defects)


KINDS: Final[tuple[tuple[str, str, Places], ...]] = (
    (
        "an operation whose method or path is not known",
        "components.pathItems",
        _line,
    ),
    (
        "that the method or the path is inferred; it stands under paths all the same",
        "x-specmill-line",
        _inferred_line,
    ),
    (
        "that several methods do the same; each has a place, and one is what is sent",
        "x-specmill-methods",
        _methods,
    ),
    (
        "that a browser is sent to a URL and no call is made",
        "x-specmill-by-browser",
        _by_browser,
    ),
    (
        "what is asked of several members together",
        "x-specmill-conditions, x-specmill-reply",
        _conditions,
    ),
    (
        "what a body in a GET, HEAD or DELETE means; it is allowed and much software"
        " drops it",
        "requestBody",
        _body_of_get,
    ),
    (
        "a header named Accept, Authorization or Content-Type as a parameter; media"
        " types and security schemes say a part of it",
        "x-specmill-headers",
        _ignored_headers,
    ),
    (
        "that a member identifies the caller and no security scheme carries it",
        "x-specmill-from",
        unsaid_credentials,
    ),
    (
        "that a value is made of the clock, of the flow or of the signature",
        "x-specmill-from",
        _made,
    ),
    (
        "how a request is signed",
        "x-specmill-signature",
        _signature,
    ),
    (
        "that a fact is inferred; nothing asserts it",
        "x-specmill-inferred",
        _inferred,
    ),
    (
        "that a fact is unknown; what may be left out is not the same",
        "x-specmill-unknown",
        _unknown,
    ),
    (
        "a date or time in a form of its own; the pattern takes days that no calendar"
        " has",
        "x-specmill-form",
        _forms,
    ),
    (
        "that text or a number stands for another value, such as a number, true or a"
        " time",
        "x-specmill-form",
        _numbers_as_text,
    ),
    (
        "a regular expression that ECMAScript reads otherwise; it is not asserted",
        "x-specmill-patterns",
        _patterns,
    ),
    (
        "that a reply repeats what was sent",
        "x-specmill-echoes",
        _echoes,
    ),
    (
        "that an example is masked and could not be sent",
        "x-specmill-masked",
        _masked,
    ),
    (
        "that the HTTP status of a reply is unknown; it stands under default",
        "x-specmill-reply",
        _any_status,
    ),
    (
        "that no reply is documented; default stands for it and has no content",
        "responses",
        _no_reply,
    ),
    (
        "what a reply or a code means: done, refused or nobody knows, and what to do"
        " then",
        "x-specmill-reply, x-specmill-codes",
        _outcomes,
    ),
    (
        "what a call changes, and whether it may be repeated",
        "x-specmill-effect, x-specmill-may-repeat",
        _effect,
    ),
    (
        "how a caller proves who it is beyond security schemes: a certificate, one of"
        " several ways, or that the page is silent",
        "x-specmill-authentication",
        lambda operation: ["authentication"] if operation.authentication else [],
    ),
    (
        "that a call may be made again with the key of the first",
        "x-specmill-repeat",
        lambda operation: ["repeat"] if operation.repetition else [],
    ),
    (
        "that a body stands in an envelope; what is said of the body is what is inside",
        "x-specmill-sealed",
        lambda operation: [fact for fact, _ in operation.seals()],
    ),
    (
        "what became of each item of a reply",
        "x-specmill-items",
        lambda operation: [
            f"replies.{each.name}.items" for each in operation.replies if each.items
        ],
    ),
    (
        "a rule that is about no single value",
        "x-specmill-rules",
        _rules,
    ),
    (
        "what is wrong with the page, and what was decided",
        "x-specmill-defects",
        _defects,
    ),
)
"""What cannot be said, where it is told instead, and where it occurs."""
