"""Where the values of a request come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from .. import ir
from ..diagnostics import nearest
from ..runtime import wire
from ..spec import BasicSource, FromSource
from .layers import Layered
from .scope import Scope, label

_MOMENT: Final = datetime(2024, 1, 31, 10, 20, 30, tzinfo=UTC)


def source_of(scope: Scope, layered: Layered) -> ir.Source:
    """Return where a value comes from, after telling of credentials nobody declared."""
    written = layered.get("from")
    if written == "clock":
        return ir.FromClock()
    if written == "nonce":
        return _nonce(layered)
    if written == "idempotency-key":
        made = _nonce(layered)
        return ir.FromIdempotencyKey(made.length, made.digits)
    if written == "signature":
        return ir.FromSignature()
    if isinstance(written, FromSource):
        return _named_source(scope, layered, written)
    if scope.side == "request" and layered.writes("const"):
        return ir.Fixed(layered.get("const"))
    return ir.Caller()


_NONCE: Final = 32
"""Characters of a nonce where the page asks for neither fewer nor more."""


def _nonce(layered: Layered) -> ir.FromNonce:
    least, most = layered.get("length") or (None, None)
    length = max(least or 0, _NONCE if most is None else min(most, _NONCE))
    prefix = len(layered.get("prefix") or "")
    return ir.FromNonce(length - prefix, digits=layered.get("chars") == "digits")


def _named_source(scope: Scope, layered: Layered, written: FromSource) -> ir.Source:
    if written.flow is not None:
        return ir.FromFlow(written.flow)
    if written.joined is not None:
        places = tuple(tuple(text.split(".")) for text in written.joined)
        return ir.FromMembers(places, written.separator or "")
    basic = written.basic
    if isinstance(basic, BasicSource):
        pair = (str(basic.user), str(basic.password))
        for name in pair:
            _tell_unknown_credential(scope, layered, name)
        return ir.FromBasic(*pair)
    name = str(written.credential)
    _tell_unknown_credential(scope, layered, name)
    return ir.FromCredential(name)


def _tell_unknown_credential(scope: Scope, layered: Layered, name: str) -> None:
    if name not in scope.credentials:
        near = nearest(name, scope.credentials)
        scope.tell("no-such-credential", layered, "from", near=near, name=name)


def credentials_in(source: ir.Source) -> tuple[str, ...]:
    """Return the names of the credentials that *source* is made of."""
    if isinstance(source, ir.FromCredential):
        return (source.name,)
    return (source.user, source.password) if isinstance(source, ir.FromBasic) else ()


# Sources that cannot be ---------------------------------------------------------------

_WORDS: Final[dict[type, str]] = {
    ir.FromCredential: "a credential",
    ir.FromBasic: "credentials",
    ir.FromFlow: "a flow",
    ir.FromClock: "the clock",
    ir.FromNonce: "a nonce",
    ir.FromIdempotencyKey: "an idempotency key",
    ir.FromSignature: "the signature",
}


def tell_bad_sources(scope: Scope, request: ir.Request) -> None:
    """Report the members of *request* that cannot come from where they are said to."""
    for place, fields in request.places():
        for field, is_reached in _reached(fields, is_reached=True):
            what = _WORDS.get(type(field.source))
            reason = _fault(field, place, request) if is_reached else _BURIED
            if what is not None and reason is not None:
                scope.tell_at(
                    "bad-source",
                    field.path,
                    "from",
                    wire_name=label(field.wire_name, field.path),
                    source=what,
                    reason=reason,
                )


_BURIED: Final = "what is around it is passed as a whole; make that an 'envelope'"


def _reached(
    fields: tuple[ir.Field, ...], *, is_reached: bool
) -> Iterator[tuple[ir.Field, bool]]:
    """Yield every member, and whether a client puts it in rather than the caller."""
    for field in fields:
        yield field, is_reached
        kind = field.type
        if isinstance(kind, ir.Record):
            yield from _reached(kind.fields, is_reached=is_reached and field.envelope)
        elif isinstance(kind, ir.Array | ir.Map):
            held = kind.item if isinstance(kind, ir.Array) else kind.value
            yield from _reached((held,), is_reached=False)


def _fault(field: ir.Field, place: str, request: ir.Request) -> str | None:
    """Return why *field* cannot have its source; None where it can."""
    if isinstance(field.source, ir.FromClock):
        return _clock_fault(field)
    if not isinstance(field.type, ir.Text):
        return "that is text, and this is not; correct its type"
    if isinstance(field.source, ir.FromSignature) and place == "segments":
        return "a signature covers the path and cannot stand in it"
    if isinstance(field.source, ir.FromSignature) and place == "body":
        sealed = request.writing.sealed is not None
        return _body_fault("an envelope" if sealed else request.writing.format)
    if isinstance(field.source, ir.FromNonce | ir.FromIdempotencyKey):
        return _nonce_fault(field, field.source)
    return None


def _body_fault(format: str) -> str | None:
    """Return why a body of *format* cannot carry its signature; None where it can."""
    if format in ("json", "form"):
        return None
    return f"it is carried in a body of JSON or a form, or in a header, not in {format}"


def _nonce_fault(
    field: ir.Field, source: ir.FromNonce | ir.FromIdempotencyKey
) -> str | None:
    pool = "0123456789" if source.digits else "0a1b2c3d4e5f"
    made = field.prefix + (pool * source.length)[: max(source.length, 0)]
    is_kept = source.length > 0 and all(each.holds(made) for each in field.constraints)
    return (
        None if is_kept else f"that is text such as {made!r}, which breaks its limits"
    )


_CLOCK_FAULTS: Final[dict[type, str]] = {
    wire.DateText: "a date has no time of day; make it a datetime",
    wire.DateTimeText: "its 'format' has no TZD, and no 'zone' says which it is in",
    wire.Epoch: "its 'unit' is not known",
}


def _clock_fault(field: ir.Field) -> str | None:
    if field.form is None:
        return "how it is written is not known; give it a 'format' or a 'unit'"
    try:
        field.form.write(_MOMENT)
    except ValueError as error:
        return _CLOCK_FAULTS.get(type(field.form), str(error))
    return None
