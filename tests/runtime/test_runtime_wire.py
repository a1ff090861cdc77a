from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
