"""Tables are the values that they were made from, in the layout of black."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from importlib import import_module
from typing import Any

import black
import pytest

from specmill.emit.contract_tests import _MODULES
from specmill.emit.rows import table
from specmill.emit.tables import Writer, laid
from specmill.emit.text import described
from specmill.harness.calls import Call, InvalidCall
from specmill.harness.cases import Case
from specmill.harness.edits import Drop, Missigned, Put, Raw, Spaced
from specmill.harness.exchanges import Accepted, Refused
from specmill.harness.outcomes import Raises
from specmill.harness.pointers import NOTHING
from specmill.harness.rows import (
    At,
    Breaks,
    Columns,
    Keeps,
    Lacks,
    Of,
    judged,
    rows,
)
from specmill.harness.strict import Judges, Try
from specmill.light import dataclass

LONG = "x" * 60
ZONE = timezone(timedelta(hours=5, minutes=30))
VALUES: tuple[Any, ...] = (
    Drop("/body/otp"),
    Put("/body/otp", {"a": [1, None, True, "\u202e"], "b": {}}),
    Put(f"/body/{LONG}", LONG),
    Put("/body/x", {LONG: LONG, "y": [LONG, LONG]}),
    Raw('{"a": "\\n'),
    Refused(
        id="otp left out",
        fact="body.otp.required",
        evidence="table",
        edits=(Drop("/body/otp"),),
        fault="absent",
        codes=("10",),
    ),
    Refused(
        id=LONG,
        fact=LONG,
        evidence="",
        edits=(Spaced(), Missigned("minify")),
        fault="signature",
        codes=(LONG + LONG,),
    ),
    Call(
        id="as Python values",
        fact="",
        evidence="",
        arguments={
            "born": date(2000, 2, 29),
            "at": datetime(2024, 1, 31, 10, 20, 30, 5, tzinfo=ZONE),
            "local": datetime(2024, 1, 31, 10, 20),
            "amount": Decimal("1.50"),
        },
        arrives=(Put("/body/born", "29/02/2000"),),
    ),
)
KNOWN = (
    {kind.__name__: kind for kind in (Call, Drop, Missigned, Put, Raw, Refused, Spaced)}
    | {
        "date": date,
        "datetime": datetime,
        "Decimal": Decimal,
    }
    | {
        each.__name__: each
        for each in (At, Breaks, Columns, Keeps, Lacks, Of, judged, rows)
    }
)
KNOWN |= {kind.__name__: kind for kind in (Accepted, InvalidCall, Judges, Raises, Try)}
KNOWN["NOTHING"] = NOTHING


def invalid(label: str, key: str = "type", **told: Any) -> InvalidCall:
    """Return a call with one thing wrong in body.otp."""
    named = f"body.otp {label}"
    told = {"pointer": "/body/otp", **told}
    return InvalidCall(named, f"body.otp.{key}", "table", **told)


def refused(number: int, value: Any, **told: Any) -> Refused:
    """Return a request that is refused for what stands in body.otp."""
    edits = (Put("/body/otp", value),)
    told = {"edits": edits, "fault": "value", **told}
    return Refused(f"body.otp no. {number}", "body.otp.type", "table", **told)


def code(text: str, **told: Any) -> Raises:
    return Raises(
        *(text, f"codes.{text}", "table"),
        **{
            "answer": text,
            "error": "Refused",
            "base": "Rejected",
            "http": 400,
            "code": text,
            **told,
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd(Case):
    """A case whose arguments are not the same where they are left out."""

    one: str = ""
    other: str | None = None
    last: str = ""


PUT = Put("/body/otp", 1)
KNOWN["Odd"] = Odd
TABLES: dict[str, tuple[Any, ...]] = {
    "of one argument": (
        invalid("left out", "required", omits=("otp",)),
        invalid("empty", "length", arguments={"otp": ""}),
        *(invalid(f"as {n}", arguments={"otp": n}) for n in (1, True, 1.0, None)),
    ),
    "of several arguments": (
        invalid("left out", "required", omits=("otp", "pin")),
        *(invalid(f"as {n}", arguments={"otp": n, "pin": n}) for n in range(5)),
    ),
    "of edits": (
        *(refused(n, value) for n, value in enumerate((1, True, "", [], {}, None))),
        refused(7, 7, edits=(Drop("/body/otp"),), fault="absent"),
        refused(8, 8, edits=(Raw("{"),), codes=("10",)),
    ),
    "of several edits": tuple(
        refused(n, n, edits=(PUT, Put("/body/pin", n))) for n in range(5)
    ),
    "with a long row": (
        *(refused(n, n) for n in range(3)),
        refused(3, LONG, codes=(LONG, LONG)),
        *(refused(n, n) for n in range(4, 8)),
    ),
    "of places": tuple(
        Accepted(
            f"body.{name} as {n}",
            f"body.{name}.enum",
            "table",
            edits=(Put(f"/body/{at}", n),),
        )
        for n, (name, at) in enumerate(
            (("a", "a"), ("b.c", "b/c"), ("d", "e"), ("f", "f/0"), ("g", "g"))
        )
    ),
    "of codes": tuple(code(text) for text in ("00", "01", "7", "99")),
    "of codes in braces": tuple(code(text) for text in ("{}", "01", "{id}", "99")),
    "of calls": tuple(
        Call(
            f"body.a as {n}",
            "body.a.enum",
            "table",
            arguments={"a": n},
            arrives=(Put("/body/a", n),),
        )
        for n in range(4)
    ),
    "of calls of which more arrives": tuple(
        Call(
            *(f"body.a as {n}", "body.a.enum", "table"),
            arguments={"a": n},
            arrives=(Put("/body/a", n), Put("/body/b", n)) if n else (),
        )
        for n in range(5)
    ),
    "of cells that some lack": (
        *(code(f"{n}", message="Sorry", then="Sorry", model="M") for n in range(3)),
        *(code(f"{n}", model=f"M{n}") for n in range(3, 6)),
        *(code(f"{n}", message="No", then="No", says="S") for n in range(6, 9)),
    ),
    "of equal cells that some lack": (
        *(
            Odd(f"body.a as {n}", "body.a.enum", "", one=n * 30, other=n * 30)
            for n in ("a", "b", "c", "d", "e")
        ),
        Odd("body.a as f", "body.a.enum", "", last="f"),
        Odd("body.a as g", "body.a.enum", ""),
    ),
    "of what is judged": (
        Judges(
            *("request: body.a~b/c", "request", "prose"),
            of="request",
            pointer="/body/a~0b~1c",
            tries=(
                Try(Drop("/body/a~0b~1c"), "required"),
                Try(Put("/body/a~0b~1c", 1)),
                Try(Put("/body/a~0b~1c", True), "type"),
                Try(Put("/body/a~0b~1c", 1.0), "type"),
                Try(Put("/body", {}), "type"),
                Try(Drop("/body/a~0b~1c")),
            ),
        ),
    ),
}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_row_is_the_value_that_it_was_made_from(value: Any) -> None:
    source = laid(Writer().piece(value), 0, 0)

    assert value == eval(source, KNOWN)


def tabled(cases: tuple[Any, ...], writer: Writer | None = None) -> str:
    """Return a whole assignment of *cases*."""
    return table("TABLE", "Any", cases, writer or Writer())


def rebuilt(source: str, known: dict[str, Any]) -> Any:
    """Return what an assignment assigns."""
    return eval(source.partition(" = ")[2], known)


def _listed(source: str) -> list[str]:
    """Return the lines of the rows."""
    return source.split("\n")[1:-1] if "\n" in source else [source]


@pytest.mark.parametrize("cases", TABLES.values(), ids=TABLES)
def test_a_table_holds_the_cases_that_it_was_made_from(cases: tuple[Any, ...]) -> None:
    source = tabled(cases)

    assert repr(cases) == repr(rebuilt(source, KNOWN))


@pytest.mark.parametrize("cases", TABLES.values(), ids=TABLES)
def test_a_table_is_no_longer_than_its_cases(cases: tuple[Any, ...]) -> None:
    together, alone = (
        sum(len(_listed(tabled(each))) for each in tables)
        for tables in ([cases], [(case,) for case in cases])
    )

    assert together <= alone


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_black_leaves_a_row_alone(value: Any) -> None:
    row = f"    {laid(Writer().piece(value), 4, 1)},\n"
    text = f"ROWS: tuple[Any, ...] = (\n{row}{row})\n"

    assert text == black.format_str(text, mode=black.Mode())


@pytest.mark.parametrize("cases", TABLES.values(), ids=TABLES)
def test_black_leaves_a_table_alone(cases: tuple[Any, ...]) -> None:
    text = f"{tabled(cases)}\n"

    assert text == black.format_str(text, mode=black.Mode())


@pytest.mark.parametrize("cases", TABLES.values(), ids=TABLES)
def test_the_names_are_those_that_the_source_needs(cases: tuple[Any, ...]) -> None:
    writer = Writer()
    source = tabled(cases, writer)
    needed = {name: KNOWN[name] for name in writer.used}

    assert repr(cases) == repr(rebuilt(source, needed))


def test_a_short_row_stands_on_one_line() -> None:
    case = Call(id="every argument", fact="request", evidence="table")

    assert 2 * ['    Call("every argument", "request", "table"),'] == _listed(
        tabled((case, case))
    )


def test_a_short_row_alone_stands_beside_its_name() -> None:
    case = Call(id="all", fact="request", evidence="table")

    assert 'TABLE: tuple[Any, ...] = (Call("all", "request", "table"),)' == tabled(
        (case,)
    )


@pytest.mark.parametrize("kind", sorted(_MODULES), ids=str)
def test_no_case_has_an_argument_that_a_table_has(kind: str) -> None:
    module = import_module(f"specmill.harness.{kind}")
    found = [each for each in vars(module).values() if isinstance(each, type)]
    names = {
        field.name for each in found if issubclass(each, Case) for field in fields(each)
    }

    assert set() == names & {"about", "facts", "key", "passed", "value", "where"}


def test_a_row_may_not_have_more_cells_than_there_are_columns() -> None:
    columns = Columns(Call, "id fact evidence")

    with pytest.raises(ValueError, match="argument 2 is longer"):
        columns.case(("a", "b", "c", "d"))


def test_a_key_tells_only_what_has_one_way_to_be_told() -> None:
    with pytest.raises(TypeError, match="nothing tells object apart"):
        described((1, object()))
