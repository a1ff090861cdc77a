"""What a client was built with, checked once: server, credentials, facts, flow.

Precedence, everywhere the same: what the caller passes, then the environment variables,
then what the chosen environment states, then the documentation.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime
from typing import Final, Self
from urllib.parse import urlsplit

from .declare import CredentialDeclaration, Environment, Partner
from .errors import InvalidSetting
from .fetching import Tokens
from .light import dataclass
from .secret import Secret

CredentialValue = str | Callable[[], str]
Clock = Callable[[], datetime]

_BASE_URL: Final = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_LONGEST: Final = 86_400
"""Seconds: what no call needs, and every clock of every system can count."""
_VALUES_OF: Final = {
    ".case": ("upper", "lower"),
    ".encoding": ("hex", "HEX", "base64", "base64url"),
}
"""Facts that are one of a few words, by how their names end."""


@dataclass(frozen=True, slots=True, repr=False)
class Settings:
    """A valid set of settings; its repr shows no value of anybody."""

    partner: Partner
    environment: str | None
    variables: Mapping[str, str]
    """The environment variables of credentials that have others in the environment."""
    base_url: str
    """Without a slash at the end, user, query or fragment."""
    facts: Mapping[str, str]
    credentials: Mapping[str, Secret | Callable[[], str]]
    flow: Mapping[str, Secret]
    timeout: float
    clock: Clock
    tokens: Tokens = field(default_factory=Tokens)
    """What calls have fetched, for all clients of a flow."""
    fetched: Mapping[str, Secret] = field(default_factory=dict[str, Secret])
    """The credentials that were fetched for one call."""
    origin: str = field(init=False)
    """Scheme and host of the base URL..."""
    base_path: str = field(init=False)
    """... and its path."""

    def __post_init__(self) -> None:
        base = urlsplit(self.base_url)
        object.__setattr__(self, "origin", f"{base.scheme}://{base.netloc}")
        object.__setattr__(self, "base_path", base.path)

    @classmethod
    def of(
        cls,
        partner: Partner,
        *,
        fact_names: tuple[str, ...],
        environment: str | None,
        base_url: str | None,
        credentials: Mapping[str, CredentialValue] | None,
        facts: Mapping[str, str] | None,
        timeout: float,
        clock: Clock | None,
    ) -> Self:
        """Check everything; InvalidSetting for the first thing that cannot be."""
        for word, given in (("credentials", credentials), ("facts", facts)):
            if not isinstance(given, Mapping | None):
                raise InvalidSetting(f"{word}= must be a mapping of names to values")
        replaced = base_url or os.environ.get(partner.base_url_variable) or None
        chosen = _environment(partner, environment, has_url=replaced is not None)
        settled = dict(chosen.facts) if chosen else {}
        settled.update(_facts(facts or {}, fact_names))
        settings = cls(
            partner=partner,
            environment=chosen.name if chosen else None,
            variables=chosen.variables if chosen else {},
            base_url=_base_url(partner, chosen, replaced),
            facts=settled,
            credentials=_credentials(partner, credentials or {}),
            flow={},
            timeout=_timeout(timeout),
            clock=clock or _local_time,
        )
        settings._check_keys()
        return settings

    def _check_keys(self) -> None:
        """Look at the keys of RSA that are there; InvalidSetting for one that is none.

        What a function returns is looked at when it is called.
        """
        for each in self.partner.credentials:
            given = self.credentials.get(each.name)
            text = given.reveal() if isinstance(given, Secret) else ""
            if given is None:
                text = os.environ.get(self.variable(each.name), "")
            if each.rsa and text:
                _check_key(each.name, each.rsa, text)

    def bind(self, values: Mapping[str, object], names: tuple[str, ...]) -> Self:
        """Return the same settings with *values* for a flow."""
        for name, value in values.items():
            if names:
                _known("flow value", name, names)
            if not isinstance(value, str):
                raise InvalidSetting(f"the flow value {name!r} must be text")
        bound = {name: Secret(str(value)) for name, value in values.items()}
        return replace(self, flow={**self.flow, **bound})

    def credential(self, name: str) -> str | None:
        """Return the credential *name* as of now; None where nobody supplied it."""
        supplied = self.credentials.get(name)
        if isinstance(supplied, Secret):
            return supplied.reveal() or None
        if supplied is not None:
            fresh: object = supplied()
            return fresh if isinstance(fresh, str) and fresh else None
        if name in self.fetched:
            return self.fetched[name].reveal()
        return os.environ.get(self.variable(name)) or None

    def is_supplied(self, name: str) -> bool:
        """Tell whether somebody supplies the credential *name*, without asking for it."""
        given = self.credentials.get(name)
        if given is not None:
            return not isinstance(given, Secret) or bool(given.reveal())
        return bool(os.environ.get(self.variable(name)))

    def variable(self, name: str) -> str:
        """Return the environment variable that the credential *name* is read from."""
        return self.variables.get(name, self._declared(name).variable)

    def is_secret(self, name: str) -> bool:
        """Tell whether the credential *name* must never be shown."""
        return self._declared(name).secret

    def _declared(self, name: str) -> CredentialDeclaration:
        return next(each for each in self.partner.credentials if each.name == name)


def _environment(
    partner: Partner, name: str | None, *, has_url: bool
) -> Environment | None:
    known = {each.name: each for each in partner.environments}
    if name is not None:
        _known("environment", name, known)
        return known[name]
    if has_url:
        return None
    if len(known) == 1:
        return partner.environments[0]
    listed = ", ".join(repr(each) for each in known)
    choice = f"environment= (one of {listed}) or base_url=" if known else "base_url="
    raise InvalidSetting(f"{partner.title} needs {choice}")


def _base_url(
    partner: Partner, chosen: Environment | None, replaced: str | None
) -> str:
    url = replaced or (chosen.base_url if chosen else None)
    if url is None:
        where = f" of the environment {chosen.name!r}" if chosen else ""
        raise InvalidSetting(
            f"the documentation does not say the base URL{where} of {partner.title}; "
            f"supply base_url= or the environment variable {partner.base_url_variable}"
        )
    if not _is_base_url(url):
        raise InvalidSetting(
            "base_url must be an absolute URL with http or https and a host in ASCII, "
            "without user, password, query or fragment"
        )
    return url.rstrip("/")


def _is_base_url(url: str) -> bool:
    # urlsplit drops tabs and line ends in silence, so that the text is looked at first.
    if not isinstance(url, str) or not _BASE_URL.fullmatch(url):
        return False
    try:
        parts = urlsplit(url)
        is_reachable = parts.hostname and parts.port != 0
    except ValueError:
        return False
    return bool(is_reachable) and not ({"@", "?", "#", "\\"} & set(url))


def _facts(facts: Mapping[str, str], names: tuple[str, ...]) -> Mapping[str, str]:
    for name, value in facts.items():
        _known("fact", name, names)
        words = next(
            (_VALUES_OF[end] for end in _VALUES_OF if name.endswith(end)), None
        )
        if not isinstance(value, str) or not value:
            raise InvalidSetting(f"the fact {name!r} must be text")
        if words and value not in words:
            *first, last = words
            listed = f"{', '.join(first)} or {last}"
            raise InvalidSetting(f"the fact {name!r} must be {listed}")
    return facts


def _credentials(
    partner: Partner, credentials: Mapping[str, CredentialValue]
) -> Mapping[str, Secret | Callable[[], str]]:
    names = tuple(each.name for each in partner.credentials)
    kept: dict[str, Secret | Callable[[], str]] = {}
    for name, value in credentials.items():
        _known("credential", name, names)
        if not isinstance(value, str) and not callable(value):
            raise InvalidSetting(
                f"the credential {name!r} must be text, or a function that returns it"
            )
        kept[name] = Secret(value) if isinstance(value, str) else value
    return kept


def _check_key(name: str, kind: str, text: str) -> None:
    from . import rsa

    try:
        rsa.check(kind, text)
    except rsa.Unusable as error:
        says = f"the credential {name!r} {error}"
    else:
        return
    # Raised here, so that the error of the library is not its context.
    raise InvalidSetting(says)


def _timeout(seconds: float) -> float:
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not math.isfinite(seconds) or seconds <= 0:
        raise InvalidSetting("timeout must be a number of seconds above 0")
    if seconds > _LONGEST:
        raise InvalidSetting(f"timeout must be at most {_LONGEST} seconds, a day")
    return float(seconds)


def _known(what: str, name: str, names: Iterable[str]) -> None:
    """Raise InvalidSetting, with the nearest of *names*, for a name not among them."""
    known = tuple(names)
    if name in known:
        return
    import difflib

    near = difflib.get_close_matches(str(name), known, n=1, cutoff=0.5)
    if near:
        hint = f"; did you mean {near[0]!r}?"
    elif known:
        hint = f"; known are {', '.join(repr(each) for each in known)}"
    else:
        hint = "; there is none to supply"
    raise InvalidSetting(f"there is no {what} {name!r}{hint}")


def _local_time() -> datetime:
    return datetime.now().astimezone()
