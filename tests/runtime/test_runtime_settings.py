"""Where credentials come from when an environment names other variables for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from runtime_miniature import PARTNER

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
