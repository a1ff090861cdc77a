"""`<partner>/client.py`: both clients; each operation is a method of few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from .. import ir, names
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..resolve import arguments
from ..resolve.unknowns import settled_facts
from ..shapes import UNKNOWN
from ..verbatim import compose, joined
from . import types
from .sentences import Clause, said
from .text import docstring, draft


@dataclass(frozen=True, slots=True)
class _Argument:
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class _Method:
    name: str
    doc: str
    async_doc: str
    returns: str
    reply: str
    """What the reply is assigned to, declared."""
    parameters: tuple[str, ...]
    arguments: tuple[_Argument, ...]


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    imports: tuple[str, ...]
    sync_name: str
    async_name: str
    sync_doc: str
    async_doc: str
    fact_names: str
    flow_names: str
    methods: tuple[_Method, ...]
    lists: tuple[_Method, ...]
    """Methods that iterate over all parts of a list."""
    polls: tuple[_Method, ...]
    """Methods that ask again until a state is final."""
    links: tuple[_Method, ...]
    """Methods that return a URL for a browser, the same for both clients."""


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the clients of every partner."""
    for partner in api.partners:
        path = f"{api.package}/{partner.name}/client.py"
        yield draft(path, "client.py.j2", _view(partner))


def client_name(partner: ir.Partner) -> str:
    """Return the class name of a partner's client that blocks."""
    return f"{names.pascal_case(partner.name)}Client"


def returned(operation: ir.Operation) -> tuple[str, ...]:
    """Return the models of the replies that a call returns; others are raised."""
    return tuple(
        reply.body.name
        for reply in operation.replies
        if reply.outcome in ("success", "alternative", "by-code")
    )


def _models(operation: ir.Operation) -> set[str]:
    """Return the models that the methods of an operation name."""
    item = operation.pages.item if operation.pages else ""
    return {*returned(operation), *filter(None, (item,))}


def _view(partner: ir.Partner) -> _View:
    methods = tuple(
        _method(partner, operation)
        for operation in partner.operations
        if not operation.request.by_browser
    )
    links = tuple(
        _method(partner, operation)
        for operation in partner.operations
        if operation.request.by_browser
    )
    signatures = " ".join(
        parameter for method in (*methods, *links) for parameter in method.parameters
    )
    flows = {
        field.name
        for operation in partner.operations
        for field in arguments(operation)
        if isinstance(field.source, ir.FromFlow)
    }
    loads_models = any(map(returned, partner.operations))
    standard = tuple(
        _imports(signatures, loads_models=loads_models, also=tuple(_also(partner)))
    )
    models = tuple(_model_imports(partner))
    sync_name = client_name(partner)
    return _View(
        doc=docstring(
            compose(
                "Clients of {}: one that blocks and one that is awaited.", partner.title
            ),
            partner.summary,
            indent=0,
        ),
        imports=(
            *(*standard, *([""] if standard else [])),
            *_own_imports(signatures, awaits=bool(methods)),
            *(*([""] if models else []), *models),
        ),
        sync_name=sync_name,
        async_name=f"Async{sync_name}",
        sync_doc=docstring(
            compose(
                "A client of {}; calls block until the outcome is known.", partner.title
            ),
            _settings(partner),
        ),
        async_doc=docstring(
            compose("A client of {} whose calls are awaited.", partner.title),
            _settings(partner),
        ),
        fact_names=literal(
            tuple(fact for each in partner.operations for fact in settled_facts(each))
        ),
        flow_names=literal(tuple(sorted(flows))),
        methods=methods,
        lists=tuple(
            _list(partner, operation)
            for operation in partner.operations
            if operation.pages is not None
        ),
        polls=tuple(
            _poll(partner, operation)
            for operation in partner.operations
            if operation.polling is not None
        ),
        links=links,
    )


def _settings(partner: ir.Partner) -> str:
    environments = ", ".join(f"`{each.name}`" for each in partner.environments)
    credentials = ", ".join(f"`{each.name}`" for each in partner.credentials)
    told = f"Environments: {environments or 'none'}."
    return f"{told} Credentials: {credentials}." if credentials else told


def _also(partner: ir.Partner) -> Iterator[str]:
    """Yield what methods need that poll or iterate."""
    if any(operation.polling for operation in partner.operations):
        yield from ("Awaitable", "Callable")
    if any(operation.pages for operation in partner.operations):
        yield from ("AsyncIterator", "Iterator")


def _imports(
    signatures: str, *, loads_models: bool, also: tuple[str, ...]
) -> Iterator[str]:
    words = set(re.findall(r"[A-Za-z]+", signatures))
    lines = {types.IMPORTS[word] for word in types.IMPORTS if word in words}
    grouped: dict[str, list[str]] = {}
    for line in lines:
        module, _, name = line.removeprefix("from ").partition(" import ")
        grouped.setdefault(module, []).append(name)
    if loads_models:
        grouped.setdefault("typing", []).append("TYPE_CHECKING")
    if also:
        grouped.setdefault("collections.abc", []).extend(also)
    if "Awaitable" in also:
        yield from ("import asyncio", "import time")
    for module in sorted(grouped):
        in_order = sorted(grouped[module], key=lambda name: (not name.isupper(), name))
        yield f"from {module} import {', '.join(in_order)}"


def _own_imports(signatures: str, *, awaits: bool) -> Iterator[str]:
    if "ABSENT" in signatures:
        yield "from .._runtime.absent import ABSENT, Absent"
    yield "from .._runtime.client import AsyncClient, SyncClient"
    names = "discreet, discreet_async" if awaits else "discreet"
    yield f"from .._runtime.discreet import {names}"
    if re.search(r"\bFile\b", signatures):
        yield "from .._runtime.files import File as File"
    yield "from .environments import PARTNER"


def _model_imports(partner: ir.Partner) -> Iterator[str]:
    """Yield the imports that only type checkers follow: models load when one is used."""
    found = {each.name: sorted(_models(each)) for each in partner.operations}
    if any(found.values()):
        yield "if TYPE_CHECKING:"
    for name, models in found.items():
        if models:
            yield f"    from .models.{name} import {', '.join(models)}"


def _method(partner: ir.Partner, operation: ir.Operation) -> _Method:
    fields = tuple(arguments(operation))
    returns = " | ".join(returned(operation)) or "object"
    return _Method(
        name=operation.name,
        doc=docstring(*_paragraphs(operation, fields), indent=8),
        async_doc=docstring(
            f"Await what `{client_name(partner)}.{operation.name}` does and raises.",
            compose("Page: {}, {}.", operation.page.title, operation.page.url),
            indent=8,
        ),
        returns=returns,
        reply=_declared(returns),
        parameters=("self", *(("*",) if fields else ()), *map(_parameter, fields)),
        arguments=tuple(_Argument(field.name, literal(field.name)) for field in fields),
    )


LONGEST_TYPE: Final = 53
"""What fits between `reply: ` and the call that it is assigned from."""


def _declared(returns: str) -> str:
    """Return `reply` with its type, on a line of its own where that is long."""
    declared = f"reply: {returns}"
    is_short = len(returns) <= LONGEST_TYPE
    return declared if is_short else f"{declared}\n        reply"


def _list(partner: ir.Partner, operation: ir.Operation) -> _Method:
    assert operation.pages is not None
    call, told = _method(partner, operation), operation.pages.sentence
    return replace(
        call,
        doc=docstring(
            f"Yield the items of all parts that `{operation.name}` returns.",
            compose(
                "Each part is a call for {}; the last one is empty or shorter.", told
            ),
            "Raises what the call raises.",
            indent=8,
        ),
        async_doc=docstring(
            f"Yield what `{client_name(partner)}.each_{operation.name}` does.",
            indent=8,
        ),
        returns=operation.pages.item or "object",
    )


def _poll(partner: ir.Partner, operation: ir.Operation) -> _Method:
    assert operation.polling is not None
    call, schedule = _method(partner, operation), operation.polling.sentence
    return replace(
        call,
        doc=docstring(
            f"Call `{operation.name}` until its state is final.",
            compose("{}.", schedule),
            "Raises what the call raises, and `errors.OutcomeUnknown` (`not-final`)"
            " where the schedule ends before. `sleep` waits, `now` tells the seconds.",
            indent=8,
        ),
        async_doc=docstring(
            f"Await what `{client_name(partner)}.poll_{operation.name}` does.",
            indent=8,
        ),
        parameters=("self", *(call.parameters[1:] or ("*",))),
    )


def _parameter(field: ir.Field) -> str:
    default = "" if field.is_needed else " = ABSENT"
    return f"{field.name}: {types.argument(field)}{default}"


def _paragraphs(operation: ir.Operation, fields: Iterable[ir.Field]) -> Iterator[str]:
    yield operation.summary
    conditions = operation.request.conditions
    listed = [
        compose("- {}: {}", field.name, _said(field, conditions)) for field in fields
    ]
    if listed:
        yield joined("\n", listed)
    for condition in operation.request.conditions:
        if not condition.asks.asks_presence and condition.name != "authentication":
            yield compose(
                "Condition: {} ({})", condition.asks.says(), condition.evidence
            )
    if operation.authentication is not None:
        yield from (
            compose("{}.", each) for each in operation.authentication.sentences()
        )
    for reply in operation.replies:
        if reply.items is not None:
            yield compose("{}.", reply.items.sentence)
    if operation.repetition is not None:
        yield compose("{}.", operation.repetition.sentence)
    if operation.states is not None:
        yield compose("{}.", operation.states.sentence)
    for rule in operation.rules:
        yield compose("Rule: {}", rule.sentence)
    if operation.request.by_browser:
        yield "Returns the URL that a browser is sent to; nothing is sent from here."
        yield "Raises `errors.InvalidRequest`."
    elif operation.effect:
        yield compose("A call {}; it is never repeated by itself.", operation.effect)
    if not operation.request.by_browser:
        yield _raises(operation)
    page = operation.page
    yield compose("Page: {}, {} (read {}).", page.title, page.url, page.read)


def _said(field: ir.Field, conditions: Iterable[ir.Condition]) -> str:
    """Return what a caller has to know of an argument, and where it is documented."""
    more: list[Clause] = []
    asked = [each for each in conditions if _is_about(each, field)]
    more += [(each.asks.asked(), each.evidence) for each in asked]
    if field.required == UNKNOWN and not asked:
        evidence = field.evidence_of("required")
        more.append(("the page does not say whether it is required", evidence))
    if field.has_default:
        default = compose("{} is assumed when it is left out", field.default)
        more.append((default, field.evidence_of("default")))
    if isinstance(field.source, ir.FromIdempotencyKey):
        text = "made for each call that does not pass it"
        more.append((text, field.evidence_of("else")))
    if field.comes_from:
        more.append((compose("from {}", field.comes_from), field.evidence_of("type")))
    return said(field, *more)


def _is_about(condition: ir.Condition, field: ir.Field) -> bool:
    """Tell whether *condition* asks for *field* to be there."""
    place = joined(".", ("request", *condition.asks.place))
    return condition.asks.asks_presence and place == field.path


def _raises(operation: ir.Operation) -> str:
    rejected = [
        code.error for code in operation.codes if code.outcome == "rejected"
    ] + [reply.error for reply in operation.replies if reply.outcome == "rejected"]
    listed = [name for name in dict.fromkeys(rejected) if name]
    shown = ", ".join(f"`errors.{name}`" for name in listed[:6])
    more = f" and {len(listed) - 6} more" if len(listed) > 6 else ""
    definite = f"{shown}{more} (definite), " if listed else ""
    return (
        f"Raises {definite}`errors.OutcomeUnknown`, `errors.NotSent`,"
        " `errors.InvalidRequest`."
    )
