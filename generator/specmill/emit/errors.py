"""`<partner>/errors.py`: one exception to a documented code, beside the common tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import ir
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..verbatim import compose, joined
from .text import docstring, draft, folded


@dataclass(frozen=True, slots=True)
class _Error:
    name: str
    base: str
    doc: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    errors: tuple[_Error, ...]
    exports: tuple[str, ...]


COMMON = (
    "ApiError",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotSent",
    "OutcomeUnknown",
    "Rejected",
)


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the exceptions of every partner."""
    for partner in api.partners:
        path = f"{api.package}/{partner.name}/errors.py"
        yield draft(path, "errors.py.j2", _view(partner))


def _view(partner: ir.Partner) -> _View:
    errors = tuple(_merged(partner).values())
    return _View(
        doc=docstring(
            compose("Exceptions of {}: one to a documented code.", partner.title),
            "The tree that they belong to is drawn in `_runtime.errors`; `Rejected` is"
            " documented and definite, `OutcomeUnknown` is everything that is not.",
            indent=0,
        ),
        errors=errors,
        exports=tuple(
            literal(name) for name in sorted((*COMMON, *(each.name for each in errors)))
        ),
    )


def _merged(partner: ir.Partner) -> dict[str, _Error]:
    """Return the exceptions by name; codes of several operations may share one."""
    codes: dict[str, list[tuple[ir.Operation, ir.Code]]] = {}
    for operation in partner.operations:
        for code in operation.codes:
            if code.error:
                codes.setdefault(code.error, []).append((operation, code))
    found = {name: _of_codes(name, uses) for name, uses in codes.items()}
    for operation in partner.operations:
        for reply in operation.replies:
            if reply.error and reply.error not in found:
                found[reply.error] = _of_reply(operation, reply)
    return found


def _of_codes(name: str, uses: list[tuple[ir.Operation, ir.Code]]) -> _Error:
    operation, code = uses[0]
    values = {each.code for _, each in uses}
    is_one = len(values) == 1 and code.match == "exact"
    facts: list[tuple[str, object]] = [("code", code.code)] if is_one else []
    facts += [("documented_message", code.message), ("then", code.then)]
    facts += [("documented_messages", code.messages)]
    said = compose(
        "{} (code {} of {}; {}, {}).",
        code.summary or code.code,
        joined(", ", sorted(values)),
        ", ".join(dict.fromkeys(each.name for each, _ in uses)),
        operation.page.title,
        code.evidence,
    )
    shared = _shared(each for _, each in uses)
    return _error(
        name,
        code.outcome,
        said,
        (
            *(_written(f"{key} = ", value) for key, value in facts if value),
            *(f"{key} = {value}" for key, value in shared),
        ),
    )


def _error(name: str, outcome: str, said: str, facts: Iterable[str]) -> _Error:
    base = "Rejected" if outcome == "rejected" else "OutcomeUnknown"
    return _Error(name, base, docstring(said), tuple(facts))


def _written(opening: str, value: object) -> str:
    if isinstance(value, str):
        return f"{opening}{folded(value, 4, opening, '')}"
    assert isinstance(value, tuple)
    return f"{opening}({''.join(f'{folded(each, 8)},' for each in value)})"


def _shared(codes: Iterable[ir.Code]) -> Iterator[tuple[str, object]]:
    """Yield what all codes of an exception say alike of repeating the call."""
    found = list(codes)
    for name in ("final", "retry_after", "retry_times"):
        values = {getattr(each, name) for each in found}
        if len(values) == 1 and None not in values:
            yield name, *values


def _of_reply(operation: ir.Operation, reply: ir.Reply) -> _Error:
    said = compose(
        "{} (reply {} of {}; {}, {}).",
        reply.summary.rstrip("."),
        reply.name,
        operation.name,
        operation.page.title,
        reply.evidence,
    )
    facts = (_written("then = ", reply.then),) if reply.then else ()
    return _error(reply.error, reply.outcome, said, facts)
