"""Tables are the values that they were made from, in the layout of black."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import black
import pytest

from specmill.emit.tables import names_in, source, table
from specmill.emit.text import described
from specmill.harness.calls import Call
from specmill.harness.edits import Drop, Missigned, Put, Raw, Spaced
from specmill.harness.exchanges import Refused

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
KNOWN = {
    kind.__name__: kind for kind in (Call, Drop, Missigned, Put, Raw, Refused, Spaced)
} | {
    "date": date,
    "datetime": datetime,
    "Decimal": Decimal,
}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_row_is_the_value_that_it_was_made_from(value: Any) -> None:
    assert (value,) == eval(table((value,)), KNOWN)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_black_leaves_a_table_alone(value: Any) -> None:
    text = f"TABLE: tuple[Any, ...] = {table((value, value))}\n"

    assert text == black.format_str(text, mode=black.Mode())


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_the_names_are_those_that_the_source_needs(value: Any) -> None:
    needed = {name: KNOWN[name] for name in names_in(value)}

    assert value == eval(source(value, 0, 0), needed)


def test_a_short_row_stands_on_one_line() -> None:
    assert '(\n    Drop("/body/otp"),\n)' == table((Drop("/body/otp"),))


def test_a_key_tells_only_what_has_one_way_to_be_told() -> None:
    with pytest.raises(TypeError, match="nothing tells object apart"):
        described((1, object()))
