from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import reduce
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.runtime.patterns import Pattern
from specmill.runtime.wire import (
    DateText,
    DateTimeText,
    DecimalText,
    Epoch,
    Flag,
    Form,
    IntegerText,
)

JAKARTA = timezone(timedelta(hours=7))
SNAP = DateTimeText("yyyy-MM-ddTHH:mm:ssTZD")
PLAIN = DateTimeText("yyyy-MM-dd HH:mm:ss")
FRACTION = DateTimeText("yyyy-MM-ddTHH:mm:ss.SSSTZD")
CLOSED = DateText("yyyy-MM-dd", none="0000-00-00")
BIRTH = DateText("dd/MM/yyyy")
MOMENT = datetime(2026, 11, 21, 9, 5, 7, 250_000)


@pytest.mark.parametrize(
    ("form", "value", "wire"),
    [
        (Flag("True", "False"), True, "True"),
        (Flag("1", "0"), False, "0"),
        (Flag(1, 0), True, 1),
        (IntegerText(), -42, "-42"),
        (DecimalText(), Decimal("100.50"), "100.50"),
        (DecimalText(), Decimal("1E+3"), "1000"),
        (DecimalText(), 7, "7"),
        (BIRTH, date(2026, 2, 3), "03/02/2026"),
        (DateText("ddMMyy"), date(2026, 2, 3), "030226"),
        (CLOSED, None, "0000-00-00"),
        (PLAIN, MOMENT, "2026-11-21 09:05:07"),
        (SNAP, MOMENT.replace(tzinfo=JAKARTA), "2026-11-21T09:05:07+07:00"),
        (SNAP, MOMENT.replace(tzinfo=UTC), "2026-11-21T09:05:07+00:00"),
        (FRACTION, MOMENT.replace(tzinfo=JAKARTA), "2026-11-21T09:05:07.250+07:00"),
        (
            DateTimeText("yyyy-MM-dd HH:mm:ss", zone="+05:30"),
            datetime(2026, 11, 21, tzinfo=UTC),
            "2026-11-21 05:30:00",
        ),
        (
            Epoch("seconds", as_text=True),
            datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC),
            "1000000000",
        ),
        (
            Epoch("milliseconds", as_text=False),
            datetime(1970, 1, 1, 0, 0, 1, 5000, tzinfo=UTC),
            1005,
        ),
        (Epoch("seconds", as_text=True), 12, "12"),
        (Epoch(None, as_text=True), 12, "12"),
    ],
)
def test_a_value_is_written_as_documented(
    form: Form[Any], value: Any, wire: Any
) -> None:
    assert wire == form.write(value)


@pytest.mark.parametrize(
    ("form", "wire"),
    [
        (Flag("1", "0"), "1"),
        (Flag(1, 0), 0),
        (IntegerText(), "007"),
        (DecimalText(), "12345678.00"),
        (CLOSED, "0000-00-00"),
        (SNAP, "2026-11-21T09:05:07Z"),
        (Epoch(None, as_text=True), "1700000000"),
    ],
)
def test_what_has_the_form_passes_through(form: Form[Any], wire: Any) -> None:
    assert wire == form.write(wire)


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (Flag("1", "0"), 1),
        (Flag(1, 0), "1"),
        (Flag("True", "False"), "true"),
        (IntegerText(), True),
        (IntegerText(), 1.0),
        (DecimalText(), 0.1),
        (DecimalText(), Decimal("NaN")),
        (BIRTH, "31/02/2026"),
        (BIRTH, MOMENT),
        (BIRTH, None),
        (SNAP, MOMENT),
        (PLAIN, MOMENT.replace(tzinfo=UTC)),
        (DateTimeText("yyyy-MM-dd HH:mm", zone="+05:30"), MOMENT),
        (Epoch("seconds", as_text=True), MOMENT),
        (Epoch("seconds", as_text=True), -1),
        (Epoch(None, as_text=True), MOMENT.replace(tzinfo=UTC)),
    ],
)
def test_what_cannot_be_written_is_refused(form: Form[Any], value: Any) -> None:
    with pytest.raises(ValueError):
        form.write(value)


@pytest.mark.parametrize(
    ("form", "wire", "value"),
    [
        (Flag("1", "0"), "1", True),
        (Flag(1, 0), 0, False),
        (IntegerText(), "-7", -7),
        (DecimalText(), "255000", Decimal("255000")),
        (BIRTH, "29/02/2024", date(2024, 2, 29)),
        (DateText("ddMMyy"), "010170", date(1970, 1, 1)),
        (CLOSED, "0000-00-00", None),
        (PLAIN, "2023-08-16 15:36:46", datetime(2023, 8, 16, 15, 36, 46)),
        (
            SNAP,
            "2026-11-21T09:05:07+0700",
            datetime(2026, 11, 21, 9, 5, 7, tzinfo=JAKARTA),
        ),
        (SNAP, "2026-11-21T09:05:07Z", datetime(2026, 11, 21, 9, 5, 7, tzinfo=UTC)),
        (
            Epoch("milliseconds", as_text=True),
            "1005",
            datetime(1970, 1, 1, 0, 0, 1, 5000, tzinfo=UTC),
        ),
    ],
)
def test_a_wire_value_is_read_as_documented(
    form: Form[Any], wire: Any, value: Any
) -> None:
    assert value == form.parse(wire)


@pytest.mark.parametrize(
    ("form", "wire"),
    [
        (Flag("1", "0"), 1),
        (Flag(1, 0), True),
        (IntegerText(), "1\n"),
        (IntegerText(), "\u0661"),
        (IntegerText(), "9" * 41),
        (IntegerText(), 5),
        (DecimalText(), "1,000"),
        (DecimalText(), "1e5"),
        (DecimalText(), ".5"),
        (BIRTH, "31/02/2026"),
        (BIRTH, "1/2/2026"),
        (BIRTH, "01/02/2026 "),
        (BIRTH, None),
        (CLOSED, "0000-00-01"),
        (PLAIN, "2023-08-16T15:36:46"),
        (SNAP, "2026-11-21T09:05:07"),
        (SNAP, "2026-11-21T09:05:07.000Z"),
        (SNAP, "2026-11-21T09:05:60Z"),
        (SNAP, "2026-11-21T09:05:07+24:00"),
        (SNAP, "2026-11-21T09:05:07+07:60"),
        (Epoch("seconds", as_text=True), 1700000000),
        (Epoch("seconds", as_text=False), "1700000000"),
        (Epoch("seconds", as_text=False), True),
        (Epoch("seconds", as_text=True), "9" * 15),
        (Epoch(None, as_text=True), "1700000000"),
    ],
)
def test_anything_else_is_not_read(form: Form[Any], wire: Any) -> None:
    with pytest.raises(ValueError):
        form.parse(wire)


def test_a_refusal_does_not_quote_the_value() -> None:
    with pytest.raises(ValueError) as caught:
        BIRTH.parse("4242-secret")

    assert "is not as documented: it is a date as dd/MM/yyyy" == str(caught.value)


def test_an_unstated_unit_is_told() -> None:
    with pytest.raises(ValueError, match="does not say whether it counts seconds"):
        Epoch(None, as_text=True).write(MOMENT.replace(tzinfo=UTC))


def test_an_unstated_unit_still_has_a_form() -> None:
    assert Epoch(None, as_text=True).fits("1700000000")


@pytest.mark.parametrize("pattern", ["MM/dd", "yyyy-MM-dd-dd", "yyyy-MM-dd HH:mm"])
def test_a_pattern_that_is_no_date_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        DateText(pattern)


def test_a_form_says_what_it_is() -> None:
    assert "is a date as yyyy-MM-dd, or 0000-00-00 for none" == CLOSED.says


@given(st.datetimes(), st.integers(-1439, 1439))
def test_a_moment_written_with_its_offset_is_read_back(
    moment: datetime, minutes: int
) -> None:
    form = DateTimeText("yyyy-MM-ddTHH:mm:ss.SSSSSSTZD")
    moment = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))

    assert moment == form.parse(form.write(moment))


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert SNAP.fits(text) in (True, False)


_NUMBERS = {
    "yyyy": ("0000", "0001", "1900", "2000", "2026", "9999", "202x"),
    "yy": ("00", "68", "99", "1"),
    "MM": ("00", "01", "02", "09", "10", "12", "13"),
    "dd": ("00", "01", "09", "10", "28", "29", "30", "31", "32"),
    "HH": ("00", "19", "23", "24"),
    "mm": ("00", "59", "60"),
    "ss": ("00", "59", "60", "\u0665\u0665"),
    "SSS": ("000", "999", "99"),
    "TZD": ("Z", "z", "+00:00", "-23:59", "+2359", "+24:00", "+05:60", "+5:00"),
}
"""At the edges of what a calendar has, and beyond them."""


@pytest.mark.parametrize(
    "pattern",
    [
        "yyyy-MM-dd",
        "yyMMdd",
        "MM.yyyy",
        "dd/MM/yyyy HH:mm",
        "yyyy{MM}ddTZD",
        "HHyy-MM-dd",
        "yyMMdd mm:ss.SSS",
    ],
)
def test_what_fits_is_exactly_what_can_be_read(pattern: str) -> None:
    compiled = Pattern.of(pattern)
    parts = [token for token, part in compiled.tokens if part]
    values = (_NUMBERS[part] for part in parts)
    written = (
        reduce(
            lambda text, pair: text.replace(*pair),
            zip(parts, each, strict=True),
            pattern,
        )
        for each in product(*values)
    )

    assert [] == [
        text
        for text in written
        if compiled.has(text) != (compiled.read(text) is not None)
    ]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("yyMMdd", "060102"),
        ("dd{zone}MMyyyy", "02{zone}012006"),
        ("yyyyMMddHHmmssSSSSSSSSS", "20060102030405006007000"),
        ("yyyyMMddTHHmmss.SSTZD", "20060102T030405.00-05:30"),
    ],
)
def test_a_moment_is_written_by_its_pattern(pattern: str, text: str) -> None:
    zone = timezone(-timedelta(hours=5, minutes=30))
    moment = datetime(2006, 1, 2, 3, 4, 5, 6007, zone)

    assert text == Pattern.of(pattern).write(moment)
