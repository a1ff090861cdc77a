"""`contract_tests/<partner>/callbacks/`: tests that play the partner."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .. import ir
from ..cases.inbound import InboundCases, inbound_cases, inbound_document
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..verbatim import compose
from .callbacks import handler_name
from .contract_tests import FOLDER, harness_imports
from .rows import table
from .tables import Writer
from .text import OnlyDoc, docstring, draft, plain_draft


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    module: str
    handler: str
    imports: tuple[str, ...]
    name: str
    tables: tuple[str, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the contract tests of every callback."""
    for partner in api.partners:
        if not partner.callbacks:
            continue
        folder = f"{FOLDER}/{partner.name}/callbacks"
        doc = docstring(
            compose("Contract tests of calls that {} makes to us.", partner.title),
            indent=0,
        )
        yield draft(f"{folder}/__init__.py", "docstring.py.j2", OnlyDoc(doc))
        for callback in partner.callbacks:
            name = callback.name
            told = inbound_document(partner, callback)
            text = json.dumps(told, indent=2, ensure_ascii=True)
            yield plain_draft(f"{folder}/{name}.json", f"{text}\n")
            view = _view(api, partner, callback, inbound_cases(partner, callback))
            yield draft(f"{folder}/test_{name}.py", "callback_test.py.j2", view)


def _view(
    api: ir.Api, partner: ir.Partner, callback: ir.Callback, found: InboundCases
) -> _View:
    operation = callback.operation
    page = operation.page
    shown = {"ACKNOWLEDGED": found.acknowledged, "REFUSED": found.refused}
    kinds = {"ACKNOWLEDGED": "Acknowledged", "REFUSED": "TurnedAway"}
    writer = Writer()
    written = tuple(
        table(name, kinds[name], cases, writer) for name, cases in shown.items()
    )
    used = writer.used | {"Acknowledged", "Reception", "TurnedAway", "beside"}
    return _View(
        doc=docstring(
            compose(
                "{} calls us, {}: {}", partner.title, callback.name, operation.summary
            ),
            compose(
                "Page: {}, {}, read {}. Spec: {}.",
                page.title,
                page.url,
                page.read,
                operation.spec,
            ),
            f"Run: pytest {FOLDER}/{partner.name}/callbacks/test_{callback.name}.py",
            indent=0,
        ),
        module=f"{api.package}.{partner.name}.callbacks.{callback.name}",
        handler=handler_name(callback),
        imports=tuple(harness_imports(used, "...")),
        name=literal(callback.name),
        tables=written,
    )
