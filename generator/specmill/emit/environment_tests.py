"""`contract_tests/<partner>/environments/`: what one server does beyond the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..cases import PlayedCases, played_cases
from ..contracts import known_to, played_document
from ..light import dataclass
from ..literals import literal
from ..output import Draft, digest
from ..verbatim import compose
from . import rows
from .contract_tests import (
    FOLDER,
    Documented,
    Test,
    around,
    as_json,
    by_case,
    function,
    harness_imports,
)
from .tables import Writer
from .text import described, docstring, draft, later, rendered

_TESTS: Final = {
    "FAULTS": ("test_answers_a_fault", "Gets"),
    "ORDER": ("test_answers_the_first_of_two_faults", "Gets"),
    "RESULTS": ("test_gives_the_programmed_result", "Gets"),
    "ACCEPTED": ("test_accepts", "Gets"),
    "REPEATED": ("test_answers_again", "Repeated"),
    "AT_ONCE": ("test_answers_each_caller", "AtOnce"),
    "MOVING": ("test_tells_the_time", "Moves"),
    "NOT_SERVED": ("test_serves_no_other_method", "NotServed"),
    "OBSERVED": ("test_observes", "Observed"),
}
"""The tests by their table, and what the table holds."""


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    imports: tuple[str, ...]
    operation: str
    tables: tuple[str, ...]
    tests: tuple[Test, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield contract and tests of every operation of which an environment says more."""
    for partner in api.partners:
        home = f"{FOLDER}/{partner.name}/environments"
        if partner.played:
            doc = docstring(compose("Environments of {}.", partner.title), indent=0)
            yield draft(f"{home}/__init__.py", "docstring.py.j2", Documented(doc))
        for environment in partner.played:
            folder, name = f"{home}/{environment.name}", environment.name
            doc = docstring(
                compose("What {} does in the environment {}.", partner.title, name),
                indent=0,
            )
            yield draft(f"{folder}/__init__.py", "docstring.py.j2", Documented(doc))
            others = around(known_to(partner, environment))
            for played in environment.operations:
                alone = replace(environment, operations=(played,))
                about = digest(others, described(alone))
                yield from _operation(folder, about, partner, environment, played)


def _operation(
    folder: str,
    about: str,
    partner: ir.Partner,
    environment: ir.Environment,
    played: ir.Played,
) -> Iterator[Draft]:
    name = played.operation.name

    def test() -> str:
        view = _view(partner, environment, played)
        return rendered("environment_test.py.j2", view)

    def told() -> str:
        return as_json(played_document(partner, environment, played))

    yield later(f"{folder}/{name}.json", about, told)
    yield later(f"{folder}/test_{name}.py", about, test)


def _view(partner: ir.Partner, environment: ir.Environment, played: ir.Played) -> _View:
    shown = _tables(played_cases(partner, environment, played))
    writer = Writer()
    written = tuple(
        rows.table(name, _TESTS[name][1], cases, writer)
        for name, cases in shown.items()
    )
    return _View(
        doc=_doc(partner, environment, played.operation),
        imports=tuple(_imports(shown, writer.used)),
        operation=literal(played.operation.name),
        tables=written,
        tests=tuple(_tests(shown)),
    )


def _doc(
    partner: ir.Partner, environment: ir.Environment, operation: ir.Operation
) -> str:
    name, page = environment.name, operation.page
    return docstring(
        compose(
            "Contract tests of {}, {}, as {} plays it.",
            partner.title,
            operation.name,
            name,
        ),
        compose(
            "Page: {}, {}, read {}. Spec: {}.",
            page.title,
            page.url,
            page.read,
            operation.spec,
        ),
        f"Run: pytest {FOLDER} --environment {name}, with --base-url for a server at"
        " another address, or with --embedded for the embedded provider in its part.",
        indent=0,
    )


def _tables(found: PlayedCases) -> dict[str, tuple[Any, ...]]:
    rows = {
        "FAULTS": found.faults,
        "ORDER": found.order,
        "RESULTS": found.results,
        "ACCEPTED": found.accepted,
        "REPEATED": found.repeated,
        "AT_ONCE": found.at_once,
        "MOVING": found.moving,
        "NOT_SERVED": found.not_served,
        "OBSERVED": found.observed,
    }
    return {name: each for name, each in rows.items() if each}


def _tests(shown: dict[str, tuple[Any, ...]]) -> Iterator[Test]:
    for table in shown:
        name, kind = _TESTS[table]
        signature = function(name, f"case: {kind}, server: Server")
        yield Test((by_case(table),), signature, "server")


def _imports(shown: dict[str, tuple[Any, ...]], written: set[str]) -> Iterator[str]:
    used = written | {"Server", "beside"} | {_TESTS[table][1] for table in shown}
    yield "import pytest"
    yield ""
    yield from harness_imports(used, "....")
