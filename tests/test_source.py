from __future__ import annotations

import pytest

from specmill.source import Location, Source


def test_location_reads_as_editors_link_it() -> None:
    assert "specs/pay.yaml:9:21" == str(Location("specs/pay.yaml", 9, 21))


def test_locations_sort_by_path_then_line_then_column() -> None:
    ordered = [
        Location("a", 2, 9),
        Location("a", 10, 1),
        Location("a", 10, 2),
        Location("b", 1, 1),
    ]

    assert ordered == sorted([*ordered[2:], *ordered[:2]])


def test_location_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Location("a", 1, 1).line = 2  # type: ignore[misc]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_ends_where_editors_end_it(line_break: str) -> None:
    source = Source("a", f"one{line_break}two{line_break}{line_break}four")

    assert ["one", "two", "", "four"] == list(source.lines())


@pytest.mark.parametrize("char", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_line_does_not_end_at_other_separators(char: str) -> None:
    source = Source("a", f"one{char}still one\ntwo")

    assert "two" == source.line(2)


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_line_outside_the_text_is_empty(number: int) -> None:
    assert "" == Source("a", "one\ntwo").line(number)


def test_index_becomes_line_and_column() -> None:
    source = Source("a", "one\r\ntwo\rthree")

    assert Location("a", 3, 2) == source.at(source.text.index("hree"))


def test_index_past_the_end_is_on_the_last_line() -> None:
    assert Location("a", 2, 4) == Source("a", "one\ntwo").at(7)


def test_columns_count_characters() -> None:
    assert Location("a", 1, 4) == Source("a", "₹中é!").at(3)
