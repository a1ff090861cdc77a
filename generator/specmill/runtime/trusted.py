"""What calls to us are proved with: the credentials and facts of a handler.

Below `receiving`. Nothing is taken unproved, so that what is missing is told at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import cast

from . import rsa
from .callbacks import Callback
from .calls import named
from .declare import Encoding
from .errors import InvalidSetting
from .secret import Secret

CredentialValue = str | Callable[[], str]


class Credentials:
    """The credentials of a handler; its repr is that of any object."""

    def __init__(
        self, callback: Callback, given: Mapping[str, CredentialValue]
    ) -> None:
        self._callback = callback
        declared = {each.name: each for each in callback.credentials}
        for name, value in given.items():
            if name not in declared:
                known = ", ".join(map(repr, declared)) or "none"
                raise InvalidSetting(
                    f"{named(callback)} has no credential {name!r}; known are {known}"
                )
            if not isinstance(value, str) and not callable(value):
                raise InvalidSetting(
                    f"the credential {name!r} must be text, or a function that returns it"
                )
        self._given = {
            name: Secret(value) if isinstance(value, str) else value
            for name, value in given.items()
        }
        self._variables = {name: each.variable for name, each in declared.items()}
        for name, variable in self._variables.items():
            if not callable(self._given.get(name)) and not self._found(name):
                raise InvalidSetting(
                    f"{named(callback)} needs the credential {name!r}:"
                    f" supply credentials= or the environment variable {variable}"
                )

    def __getitem__(self, name: str) -> str:
        """Return the credential as of now; InvalidSetting where there is none."""
        found = self._found(name)
        if not found:
            raise InvalidSetting(f"the credential {name!r} has no value now")
        if name == self._key() and callable(self._given.get(name)):
            _check_key(name, found)
        return found

    def check_key(self) -> None:
        """Raise InvalidSetting where the key of RSA is there and proves nothing."""
        key = self._key()
        if key and not callable(self._given.get(key)):
            _check_key(key, self._found(key))

    def _key(self) -> str:
        """Return the name of the key of RSA; empty where no signature needs one."""
        proof = self._callback.proof
        is_rsa = proof is not None and proof.recipe.algorithm.startswith("RSA-")
        return proof.recipe.key.name if proof and is_rsa and proof.recipe.key else ""

    def _found(self, name: str) -> str:
        given = self._given.get(name)
        if isinstance(given, Secret):
            return given.reveal()
        if given is not None:
            fresh: object = given()
            return fresh if isinstance(fresh, str) else ""
        return os.environ.get(self._variables[name], "")


def _check_key(name: str, key: str) -> None:
    # The refusal is raised outside: an exception in flight would keep the key.
    says = ""
    try:
        rsa.check_public(key)
    except rsa.Unusable as error:
        says = str(error)
    if says:
        must = f"must be {says[3:]}" if says.startswith("is ") else says
        raise InvalidSetting(f"the credential {name!r} {must}")


def encoding_of(callback: Callback, facts: Mapping[str, str]) -> Encoding | None:
    """Return how signatures are encoded; InvalidSetting where nothing says it."""
    fact = f"{callback.name}.signature.encoding"
    for name in facts:
        if name not in callback.unsettled:
            raise InvalidSetting(f"{named(callback)} has no fact {name!r}")
    if callback.proof is None:
        return None
    found = facts.get(fact) or callback.proof.recipe.encoding
    if found is None:
        raise InvalidSetting(
            f"the documentation does not say how the signature is encoded;"
            f" supply facts={{{fact!r}: ...}}"
        )
    return cast("Encoding", found)
