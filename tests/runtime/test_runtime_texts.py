"""Texts that hold more than they look like are written and read back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from specmill.runtime import texts, wire
from specmill.runtime.wire import Form

LIST = texts.ListText(",", item="[a-z]{1,5}", minimum=1, maximum=2)
PAIRS = texts.PairsText(",", ":")
OCTETS = texts.Base64Text()
SAFE = texts.Base64Text(is_url_safe=True)
PADDED = texts.PaddedText(4, "0", "left")
FILLED = texts.PaddedText(4, " ", "right")
URL = texts.UrlText(("https",), takes_ip=False, takes_port=False, forbids=("local",))
MONEY = wire.DecimalText(digits=5, least=2, most=2)
LOOSE = wire.DecimalText(most=2)
MONTH = wire.DateText("MM/yyyy")


@pytest.mark.parametrize(
    ("form", "value", "written"),
    [
        (LIST, ["ab", "c"], "ab,c"),
        (LIST, ("ab",), "ab"),
        (PAIRS, {"a": "1", "b": 2}, "a:1,b:2"),
        (PAIRS, {}, ""),
        (OCTETS, b"\xff\xfe", "//4="),
        (SAFE, b"\xff\xfe", "__4="),
        (PADDED, "12", "0012"),
        (PADDED, 12, "0012"),
        (FILLED, "ab", "ab  "),
        (MONEY, Decimal("1.5"), "1.50"),
        (MONEY, 7, "7.00"),
        (LOOSE, Decimal("1.50"), "1.50"),
        (LOOSE, Decimal("1.500"), "1.50"),
    ],
)
def test_a_value_is_written(form: Form[Any], value: object, written: str) -> None:
    assert written == form.write(value)


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (LIST, ["a,b"]),
        (LIST, []),
        (LIST, ["a", "b", "c"]),
        (LIST, ["ABC"]),
        (LIST, [1.5]),
        (PAIRS, {"a:b": "1"}),
        (PAIRS, {"a": "1,2"}),
        (OCTETS, 12),
        (PADDED, "12345"),
        (PADDED, True),
        (URL, b"https://shop.example.com"),
        (MONEY, Decimal("1.005")),
        (MONEY, Decimal("1234.00")),
        (MONEY, 0.1),
    ],
)
def test_a_value_that_cannot_be_written_is_refused(
    form: Form[Any], value: object
) -> None:
    with pytest.raises(ValueError, match=r"cannot be written|is not as documented"):
        form.write(value)


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (LIST, "ab,c", ("ab", "c")),
        (PAIRS, "a:1,b:", {"a": "1", "b": ""}),
        (OCTETS, "//4=", b"\xff\xfe"),
        (SAFE, "__4=", b"\xff\xfe"),
        (PADDED, "0012", "12"),
        (FILLED, "ab  ", "ab"),
        (URL, "https://shop.example.com/a?b", "https://shop.example.com/a?b"),
        (MONEY, "123.45", Decimal("123.45")),
    ],
)
def test_a_text_is_read(form: Form[Any], text: str, value: object) -> None:
    assert value == form.parse(text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (LIST, ""),
        (LIST, "ab,,c"),
        (LIST, "ab, c"),
        (LIST, "a,b,c"),
        (PAIRS, "a"),
        (PAIRS, "a:1:2"),
        (PAIRS, ":1"),
        (PAIRS, "a:1,a:2"),
        (OCTETS, "//4"),
        (OCTETS, "__4="),
        (OCTETS, "//4=\n"),
        (SAFE, "//4="),
        (PADDED, "12"),
        (URL, "http://shop.example.com"),
        (URL, "https://192.0.2.1/a"),
        (URL, "https://[2001:db8::1]/a"),
        (URL, "https://shop.example.com:8443/a"),
        (URL, "https://LOCALhost/a"),
        (URL, "https:///a"),
        (URL, "https://shop.example.com/a b"),
        (MONEY, "1.5"),
        (MONEY, "1.500"),
        (MONEY, "1234.00"),
        (MONEY, "1,50"),
        (MONTH, "13/2024"),
        (MONTH, "1/2024"),
    ],
)
def test_a_text_of_another_form_is_refused(form: Form[Any], text: str) -> None:
    assert not form.fits(text)


def test_a_month_is_read_as_its_first_day() -> None:
    assert "2024-03-01" == str(MONTH.parse("03/2024"))
