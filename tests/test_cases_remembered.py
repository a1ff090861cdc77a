"""Cases of an environment about what is asked again, at once, and of the time."""

from __future__ import annotations

from specmill.harness.at_once import AtOnce
from specmill.harness.edits import Put, SignedBefore
from specmill.harness.programmed import Repeated
from test_cases_played import made


def repeated(name: str, label: str) -> Repeated:
    return next(each for each in made(name).repeated if each.id == label)


def at_once(name: str, label: str) -> AtOnce:
    return next(each for each in made(name).at_once if each.id == label)


def values(case: AtOnce, pointer: str) -> list[object]:
    return [
        edit.value
        for each in case.answers
        for edit in each.edits
        if isinstance(edit, Put) and edit.pointer == pointer
    ]


def test_a_spent_order_stays_so_under_another_time_and_kind_of_token() -> None:
    case = repeated("paytm.verify_otp", "ONCE-{new} with other choices")
    last = {str(edit) for each in case.answers[2:] for edit in each.edits}

    assert {"442"} == {each.answer for each in case.answers[2:]}
    assert "/body/head/requestTimeStamp as '1700000000001'" in last
    assert "/body/head/tokenType as 'TXN_TOKE0'" in last


def test_a_spent_order_is_looked_at_after_every_check_and_result() -> None:
    label = "faults and other results after ONCE-{new}"
    case = repeated("paytm.verify_otp", label)

    assert ["0000", "442"] == [each.answer for each in case.answers[:2]]
    assert {"401", "1006", "2013", "531", "403"} <= {x.answer for x in case.answers}


def test_an_order_of_another_kind_spends_none() -> None:
    label = "ONCE-{new} after the same of another kind"
    case = repeated("paytm.verify_otp", label)

    assert ["ORD-{new}", "ONCE-{new}", "ONCE-{new}"] == [
        edit.value
        for each in case.answers
        for edit in each.edits
        if isinstance(edit, Put)
    ]


def test_a_signature_that_was_right_is_not_for_another_body() -> None:
    case = repeated("ayoconnect.verify_otp", "a signature that was right")
    valid, changed = case.answers

    assert () == valid.edits
    assert SignedBefore() in changed.edits
    assert "4010400" == changed.answer


def test_callers_have_values_of_their_own_and_results_between_them() -> None:
    case = at_once("ayoconnect.verify_otp", "callers with other values")
    references = values(case, "/body/originalReferenceNo")

    assert 4 == len(references) == len(set(map(str, references)))
    assert {"2000400", "4040408", "4030412"} <= {each.answer for each in case.answers}


def test_callers_of_what_echoes_nothing_have_the_results() -> None:
    case = at_once("aopay.transaction_send_otp", "callers with other values")

    assert {"0", "1"} == {each.answer for each in case.answers}


def test_of_several_callers_one_is_the_first() -> None:
    case = at_once("paytm.verify_otp", "ONCE-{new} from several callers")

    assert case.in_any_order
    assert 1 == [each.answer for each in case.answers].count("0000")


def test_milliseconds_of_an_answer_are_asked_for_with_a_success_and_a_failure() -> None:
    moving = made("paytm.verify_otp").moving

    assert ["/head/responseTimestamp"] * 2 == [each.at for each in moving]
    assert [0, 1] == [len(each.edits) for each in moving]


def test_where_no_answer_tells_the_time_none_is_asked_for() -> None:
    assert () == made("ayoconnect.verify_otp").moving
