"""Cases of an environment: what stands nowhere or elsewhere, and what meets what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from specmill.cases.environment import PlayedCases, played_cases
from specmill.harness.edits import Drop, Put
from specmill.harness.programmed import Gets
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parent.parent
CREDENTIAL = "another credential at /body/RegistrationID"


@cache
def made(name: str) -> PlayedCases:
    for partner in understand(Project(ROOT)).partners:
        for environment in partner.played:
            for played in environment.operations:
                if f"{partner.name}.{played.operation.name}" == name:
                    return played_cases(partner, environment, played)
    raise AssertionError(name)


def case(cases: Iterable[Gets], label: str) -> Gets:
    return next(each for each in cases if each.id == label)


def edits(gets: Gets) -> set[str]:
    return {str(each) for each in gets.edits}


def test_an_object_without_members_lacks_its_first_one() -> None:
    emptied = case(made("paytm.verify_otp").faults, "body.head without members")

    assert (Put("/body/head", {}),) == emptied.edits
    assert "1007" == emptied.answer


def test_an_empty_body_lacks_the_first_member_by_its_name() -> None:
    emptied = case(made("aopay.submit_otp").faults, "body without members")

    assert "cibil_id is Requaired" == emptied.message


def test_members_around_their_object_are_not_there() -> None:
    label = "members of body.head in its place"
    around = case(made("paytm.verify_otp").faults, label)

    assert Drop("/body/head") in around.edits
    assert "/body/tokenType as 'TXN_TOKEN'" in edits(around)


def test_members_in_the_query_are_not_in_the_body() -> None:
    label = "members of body in the query"
    moved = case(made("aopay.get_credit_history").faults, label)

    assert "/query/cibil_id as 'abc'" in edits(moved)


def test_nothing_is_put_in_the_query_of_a_signed_call() -> None:
    found = made("ayoconnect.verify_otp")
    touched = {each for one in (*found.faults, *found.accepted) for each in edits(one)}

    assert not any(each.startswith("/query/") for each in touched)


def test_a_slip_in_a_name_is_not_mended() -> None:
    labels = {each.id for each in made("aopay.transaction_send_otp").faults}

    assert "body.Longitute called Longitude" in labels


def test_a_member_under_all_names_that_are_nearly_its_own_is_not_there() -> None:
    label = "body.RegistrationID called otherwise"
    called = case(made("aopay.submit_otp").faults, label)

    assert "RegistrationID is Requaired" == called.message
    assert {
        "no /body/RegistrationID",
        "/body/registrationid as 'AOP-554'",
        "/body/registrationId as 'AOP-554'",
        "/body/registration_id as 'AOP-554'",
    } <= edits(called)


def test_a_member_in_every_other_object_is_not_there() -> None:
    label = "body.body.otp elsewhere"
    elsewhere = case(made("paytm.verify_otp").faults, label)

    assert ["no /body/body/otp", "/body/otp", "/body/head/otp"] == [
        str(each).split(" as ")[0] for each in elsewhere.edits
    ]


def test_members_of_all_objects_beside_each_other_are_in_none_of_them() -> None:
    label = "members of all objects in their place"
    flat = case(made("paytm.verify_otp").faults, label)

    assert {"no /body/head", "no /body/body", "/body/otp as '888888'"} <= edits(flat)
    assert "1007" == flat.answer


def test_members_in_an_object_of_their_own_are_not_there() -> None:
    label = "members of body in an object of their own"
    wrapped = case(made("aopay.get_credit_history").faults, label)

    assert "/body/data" in {getattr(each, "pointer", "") for each in wrapped.edits}
    assert "client_order_id is Requaired" == wrapped.message


def test_members_in_the_query_are_no_body() -> None:
    label = "members of the body in the query, and nothing in the body"
    moved = case(made("aopay.get_credit_history").faults, label)

    assert {"the body ''", "/query/cibil_id as 'abc'"} <= edits(moved)
    assert "206" == moved.answer


def test_other_values_under_other_names_change_nothing() -> None:
    beside = [
        each
        for each in made("paytm.verify_otp").accepted
        if each.id.startswith("other values under other names")
    ]

    assert {"0000"} == {each.answer for each in beside}
    assert {
        "/body/body/orderId as 'xORD-1'",
        "/body/head/TokenType as 'xTXN_TOKEN'",
    } <= {edit for each in beside for edit in edits(each)}


def test_a_request_may_name_its_charset_where_nobody_looks() -> None:
    label = "a request that names its charset"
    named = case(made("paytm.verify_otp").accepted, label)

    assert {"the media type application/json; charset=utf-8"} == edits(named)
    assert label not in {each.id for each in made("ayoconnect.verify_otp").accepted}


def test_a_credential_is_looked_at_whatever_the_other_texts_are() -> None:
    label = "other texts everywhere, body.head.token with another end"
    other = case(made("paytm.verify_otp").results, label)

    assert "1006" == other.answer
    assert "/body/head/tokenType as 'TXN_TOKE0'" in edits(other)


def test_every_result_is_looked_at_after_every_check() -> None:
    order = [each.edits for each in made("paytm.verify_otp").order]
    of_token = [each for each in order if "/body/head/token" in str(each[0])]

    for otp in ("000000", "111111"):
        assert any(Put("/body/body/otp", otp) in each for each in of_token)


def test_what_gets_the_last_result_is_looked_at_after_every_check() -> None:
    order = [edits(each) for each in made("aopay.submit_otp").order]

    assert any({CREDENTIAL, "/body/otp as '1230'"} <= each for each in order)


def test_a_list_is_looked_at_apart_from_a_length() -> None:
    order = made("ayoconnect.verify_otp").order
    actions = {
        each.edits[0].value
        for each in order
        if isinstance(each.edits[0], Put)
        and each.edits[0].pointer == "/body/action"
        and isinstance(each.edits[0].value, str)
        and 7 <= len(each.edits[0].value) <= 9
    }

    assert actions


def test_a_spent_order_stays_so_whatever_else_is_chosen() -> None:
    repeated = made("paytm.verify_otp").repeated
    found = next(each for each in repeated if each.id.endswith("with other choices"))

    assert ["0000", *["442"] * (len(found.answers) - 1)] == [
        each.answer for each in found.answers
    ]
    assert any("channelId" in str(each.edits) for each in found.answers)


def test_a_fault_spends_no_order() -> None:
    repeated = made("paytm.verify_otp").repeated
    found = next(each for each in repeated if each.id.endswith("after faults"))

    assert {"2222", "1012", "1007", "1001", "1006", "2013"} <= {
        each.answer for each in found.answers
    }
    assert ["0000", "442"] == [each.answer for each in found.answers[-2:]]


def test_a_name_that_is_nearly_a_members_is_not_its_own() -> None:
    label = "names that are nearly body.head.requestTimeStamp"
    near = case(made("paytm.verify_otp").accepted, label)

    assert Drop("/body/head/requestTimeStamp") in near.edits
    assert "/body/head/requestTimestamp as 12345" in edits(near)


def test_a_header_with_underscores_is_not_there() -> None:
    label = "headers.X-PARTNER-ID called otherwise"
    called = case(made("ayoconnect.verify_otp").faults, label)

    assert "Missing Mandatory Field X-PARTNER-ID" == called.message


def test_texts_that_are_free_may_be_what_another_one_is() -> None:
    ids = [each.id for each in made("aopay.transaction_send_otp").accepted]

    assert [] != [each for each in ids if each == "every text that is free as 9000"]


def test_a_signature_that_is_short_is_looked_at_where_the_others_are() -> None:
    short = "its signature cut in half"
    found = [x for x in made("ayoconnect.verify_otp").order if short in edits(x)]

    assert found
