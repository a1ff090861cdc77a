"""Wire names as Python names."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.names import (
    RESERVED,
    constant_case,
    pascal_case,
    snake_case,
    variable,
)


class TestSnakeCase:
    @pytest.mark.parametrize(
        ("wire_name", "expected"),
        [
            ("mid", "mid"),
            ("orderId", "order_id"),
            ("OrderID", "order_id"),
            ("X-TIMESTAMP", "x_timestamp"),
            ("qParamsURL", "q_params_url"),
            ("URLPath", "url_path"),
            ("bank3_limit", "bank3_limit"),
            ("last6MonthInquiryCount", "last6_month_inquiry_count"),
            ("a.b c/d", "a_b_c_d"),
            ("__a__", "a"),
            ("Størrelse", "st_rrelse"),
        ],
    )
    def test_words_are_parted_by_underscores(
        self, wire_name: str, expected: str
    ) -> None:
        assert expected == snake_case(wire_name)

    @pytest.mark.parametrize(
        "wire_name", ["from", "class", "model_dump", "self", "None"]
    )
    def test_a_name_that_means_something_gets_an_underscore(
        self, wire_name: str
    ) -> None:
        assert wire_name.lower().rstrip("_") == snake_case(wire_name).rstrip("_")

    @pytest.mark.parametrize("wire_name", ["from", "class", "schema"])
    def test_a_reserved_name_ends_in_one_underscore(self, wire_name: str) -> None:
        assert f"{wire_name}_" == snake_case(wire_name)

    @pytest.mark.parametrize("wire_name", ["", "1", "2fa", "--", "数", "_"])
    def test_what_cannot_be_a_name_is_none(self, wire_name: str) -> None:
        assert "" == snake_case(wire_name)

    @given(st.text(max_size=20))
    def test_whatever_comes_out_is_a_free_name_or_nothing(self, wire_name: str) -> None:
        name = snake_case(wire_name)

        assert not name or (
            name.isidentifier()
            and name.isascii()
            and not keyword.iskeyword(name)
            and name not in RESERVED
        )

    @given(st.text(max_size=20))
    def test_a_name_that_was_made_stays(self, wire_name: str) -> None:
        name = snake_case(wire_name)

        assert name == snake_case(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("verify_otp", "VerifyOtp"), ("resultInfo", "ResultInfo"), ("class", "Class")],
)
def test_a_class_name_has_no_underscores(name: str, expected: str) -> None:
    assert expected == pascal_case(name)


@pytest.mark.parametrize(
    ("name", "expected"), [("date_closed", "DATE_CLOSED"), ("from", "FROM")]
)
def test_a_constant_is_in_capitals(name: str, expected: str) -> None:
    assert expected == constant_case(name)


def test_a_variable_begins_with_its_partner() -> None:
    assert "PAYTM_BASE_URL" == variable("paytm", "base_url")


@pytest.mark.parametrize("name", ["bool", "float", "int", "list", "str"])
def test_a_type_that_models_declare_members_of_is_hidden_by_no_member(
    name: str,
) -> None:
    assert f"{name}_" == snake_case(name)
