from __future__ import annotations

import copy
import pickle

import pydantic
import pytest
from runtime_miniature_models import ResultInfo, VerifyOtpVerified

from specmill.runtime import model
from specmill.runtime.strict_json import decode
from specmill.runtime.violations import Violation

BODY = decode(
    b'{"resultInfo": {"resultCode": "0000", "odd": 7}, "amount": 1.50, "raw": "wire"}'
)
ODD = Violation("/odd", "enum", "is one of A, B", "page")


def reply() -> VerifyOtpVerified:
    read = model.read(VerifyOtpVerified, BODY, [ODD])
    assert read is not None
    return read


def test_members_are_read_by_their_wire_names() -> None:
    assert "0000" == reply().result_info.result_code


def test_a_python_name_on_the_wire_is_not_the_member() -> None:
    assert model.read(ResultInfo, {"result_code": "0000"}) is None


def test_a_member_that_did_not_come_is_missing() -> None:
    assert reply().reference is pydantic.MISSING


def test_null_is_not_missing() -> None:
    read = model.read(
        VerifyOtpVerified, {"resultInfo": {"resultCode": "1"}, "reference": None}
    )

    assert read is not None
    assert read.reference is None


def test_nothing_is_converted() -> None:
    body = {"resultInfo": {"resultCode": "0000"}, "amount": "1.5"}

    assert model.read(VerifyOtpVerified, body) is None


def test_a_refusal_of_pydantic_does_not_quote_the_value() -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        ResultInfo.model_validate({"resultCode": 4711})

    assert "4711" not in str(caught.value)


def test_a_number_is_read_where_a_float_is_documented() -> None:
    assert 1.5 == reply().amount


def test_members_that_are_not_documented_are_kept() -> None:
    assert {"odd": 7} == reply().result_info.model_extra


def test_a_reply_is_written_by_its_wire_names() -> None:
    assert BODY == reply().model_dump()


def test_a_reply_cannot_be_changed() -> None:
    with pytest.raises(pydantic.ValidationError):
        reply().reference = "other"


@pytest.mark.parametrize("shown", [repr(reply()), str(reply()), f"{[reply()]}"])
def test_no_text_shows_a_value(shown: str) -> None:
    assert not any(value in shown for value in ("0000", "7", "1.5", "wire"))


def test_the_repr_names_the_fields_that_came() -> None:
    assert "VerifyOtpVerified(result_info=..., amount=..., raw_value=...)" == repr(
        reply()
    )


def test_a_reply_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="personal data"):
        pickle.dumps(reply())


def test_observations_are_asked_for_by_function() -> None:
    assert (ODD,) == model.observations(reply())


def test_the_body_as_it_came_is_asked_for_by_function() -> None:
    assert model.raw(reply()) is BODY


def test_a_copy_takes_its_observations_along() -> None:
    assert (ODD,) == model.observations(copy.deepcopy(reply()))


def test_a_member_of_any_name_is_a_member() -> None:
    assert "wire" == reply().raw_value
