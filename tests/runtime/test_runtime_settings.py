"""Where credentials come from when an environment names other variables for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest
from runtime_miniature import PARTNER

from partner_apis._runtime import errors
from partner_apis.aopay.client import AopayClient, AsyncAopayClient
from specmill.harness import keys
from specmill.runtime.declare import Partner
from specmill.runtime.errors import InvalidSetting
from specmill.runtime.settings import Settings


def settings(variables: dict[str, str]) -> Settings:
    first = replace(PARTNER.environments[0], variables=variables)
    return Settings.of(
        replace(PARTNER, environments=(first,)),
        fact_names=(),
        environment=first.name,
        base_url=None,
        credentials=None,
        facts=None,
        timeout=1.0,
        clock=None,
    )


def test_a_credential_is_read_from_the_variable_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = PARTNER.credentials[0].name
    monkeypatch.setenv("ANOTHER_VARIABLE", "from-there")

    found = settings({name: "ANOTHER_VARIABLE"}).credential(name)

    assert "from-there" == found


def test_the_declared_variable_is_not_read_where_the_environment_names_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    declared = PARTNER.credentials[0]
    monkeypatch.setenv(declared.variable, "declared")

    found = settings({declared.name: "ANOTHER_VARIABLE"}).credential(declared.name)

    assert None is found


@pytest.mark.parametrize("kind", ["private", "public"])
@pytest.mark.parametrize("is_passed", [True, False])
def test_a_key_that_is_none_is_refused_when_the_client_is_made(
    monkeypatch: pytest.MonkeyPatch, kind: Literal["private", "public"], is_passed: bool
) -> None:
    first, *others = PARTNER.credentials
    partner = replace(PARTNER, credentials=(replace(first, rsa=kind), *others))
    if not is_passed:
        monkeypatch.setenv(first.variable, "no-key-at-all")
    with pytest.raises(InvalidSetting) as raised:
        of(partner, {first.name: "no-key-at-all"} if is_passed else {})

    assert f"the credential {first.name!r} is a {kind} key of RSA" in str(raised.value)
    assert "no-key-at-all" not in f"{raised.value!r} {raised.value.__context__!r}"


def test_a_key_of_rsa_is_taken() -> None:
    first, *others = PARTNER.credentials
    partner = replace(PARTNER, credentials=(replace(first, rsa="private"), *others))
    key = keys.made_up("rsa-private-key")

    assert key == of(partner, {first.name: key}).credential(first.name)


def test_what_a_function_returns_is_not_asked_for_when_the_client_is_made() -> None:
    first, *others = PARTNER.credentials
    partner = replace(PARTNER, credentials=(replace(first, rsa="private"), *others))

    assert of(partner, {first.name: lambda: 1 / 0}).partner is partner


def of(partner: Partner, credentials: dict[str, Any]) -> Settings:
    return Settings.of(
        partner,
        fact_names=(),
        environment=partner.environments[0].name,
        base_url=None,
        credentials=credentials,
        facts=None,
        timeout=1.0,
        clock=None,
    )


@pytest.mark.parametrize(
    "given",
    [
        {"base_url": 5},
        {"credentials": [("registration_id", "R-1")]},
        {"facts": "otp"},
        {"ssl_context": 5},
    ],
    ids=str,
)
@pytest.mark.parametrize("client", [AopayClient, AsyncAopayClient])
def test_a_setting_of_another_kind_is_refused_as_a_setting(
    client: Any, given: dict[str, Any]
) -> None:
    with pytest.raises(errors.InvalidSetting):
        client(**{"environment": "production", **given})
