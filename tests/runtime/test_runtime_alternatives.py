"""One of several ways to prove who calls, and what is refused without any."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from runtime_miniature import CREDENTIALS, CREDIT_HISTORY, settings

from specmill.runtime.client import SyncClient
from specmill.runtime.declare import Basic, Credential, Member
from specmill.runtime.errors import MissingCertificate, MissingCredential
from specmill.runtime.prepare import prepare

MEMBERS = (
    Member(
        place="header",
        path=("X-Token",),
        source=Credential("access_token"),
        required=False,
    ),
    Member(
        place="header",
        path=("Authorization",),
        source=Basic("user", "password"),
        required=False,
    ),
)
OPERATION = replace(
    CREDIT_HISTORY,
    members=MEMBERS,
    path="/credit",
    alternatives=(("access_token",), ("user", "password")),
)


def headers(*names: str) -> set[str]:
    """Return the headers of a call for which the credentials of *names* are supplied."""
    given = settings(credentials={name: CREDENTIALS[name] for name in names})
    client = _Client(**given)
    found = prepare(client._settings, OPERATION, {}).request.headers
    return {name for name, _ in found} & {"X-Token", "Authorization"}


class _Client(SyncClient):
    from runtime_miniature import PARTNER as _partner

    _fact_names = ("verify_otp.signature.encoding", "credit_history.path")


def test_the_first_that_is_supplied_counts() -> None:
    assert {"X-Token"} == headers("access_token", "user", "password")


def test_the_second_counts_where_the_first_is_not_supplied() -> None:
    assert {"Authorization"} == headers("user", "password")


def test_half_of_a_way_is_none() -> None:
    with pytest.raises(MissingCredential):
        headers("user")


def test_the_error_names_the_others() -> None:
    with pytest.raises(MissingCredential) as raised:
        headers()

    assert "or in its place 'user' and 'password'" in str(raised.value)


def test_the_error_is_the_same_after_a_pickle() -> None:
    error = MissingCredential("a.b", "key", "A_KEY", (("user",),))

    assert str(error) == str(pickle.loads(pickle.dumps(error)))


def test_a_call_that_needs_a_certificate_is_not_sent_without() -> None:
    client = _Client(**settings())
    with pytest.raises(MissingCertificate):
        client._call(replace(CREDIT_HISTORY, certificate=True), {"id": "1"})
