"""Texts of a spec that look like somebody's secret or person: told, never repeated.

Pages print tokens, keys and people that may be real. What is copied from one ends up in
generated tests and documents, so `specmill check` warns of it with its place.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from .diagnostics import Diagnostic, report
from .nodes import Mapping, Node, Scalar

_MADE_UP: Final = re.compile(
    r"example|dummy|sample|made.?up|x{4}|\*{3}|\.{3}|<[^<>]*>|\b(?:foo|bar|test)\b|0{5}",
    re.IGNORECASE,
)
"""What nobody would take for real."""
_COMPUTED: Final = "signature"
"""What a vector of a signature comes to looks like a token, and is none."""
_SHARED: Final = "values"
"""What a public sandbox tells everyone stands there, in the file of an environment."""


def revealing(root: Mapping) -> Iterator[Diagnostic]:
    """Yield a warning for every text that looks real, unless it is marked as masked."""
    known = {_COMPUTED, _SHARED} if root.get("environment") else {_COMPUTED}
    for scalar in _texts(root, known):
        what = looks_like(scalar.text)
        if what:
            yield report("looks-real", scalar.location, what=what)


def _texts(node: Node, known: set[str]) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str | int) and not isinstance(node.value, bool):
            yield node
        return
    if not isinstance(node, Mapping):
        for item in node:
            yield from _texts(item, known)
        return
    masked = node.get("masked")
    is_masked = isinstance(masked, Scalar) and masked.value is True
    for entry in node:
        key = str(entry.key.value)
        if key not in known and not (is_masked and key == "example"):
            yield from _texts(entry.value, known)


def looks_like(text: str) -> str | None:
    """Return what *text* seems to hold, in words; None for what can be shown."""
    if len(text) < 8:
        return None
    for what, pattern, is_real in _KINDS:
        for found in pattern.finditer(text):
            if is_real(found[0]) and not _MADE_UP.search(found[0]):
                return what
    return None


def _always(text: str) -> bool:
    return True


def _is_pair(text: str) -> bool:
    """Tell whether the credentials of HTTP Basic are a name and a password."""
    try:
        decoded = b64decode(text.split()[-1], validate=True)
    except ValueError:
        return False
    return re.fullmatch(rb"[\x21-\x39\x3b-\x7e]+:[\x20-\x7e]+", decoded) is not None


def _is_card(text: str) -> bool:
    digits = [int(char) for char in text if char.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    is_varied = len(set(digits)) > 3
    return (
        13 <= len(digits) <= 19
        and is_varied
        and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
    )


def _is_account(text: str) -> bool:
    moved = text[4:] + text[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def _is_address(text: str) -> bool:
    domain = text.rpartition("@")[2].lower()
    return not re.search(r"(?:^|\.)(?:test|invalid|localhost|local)$", domain)


def _is_random(text: str) -> bool:
    """Tell whether letters and digits follow each other as in no word or number."""
    kinds = ["d" if char.isdigit() else "a" for char in text if char.isalnum()]
    changes = sum(one != other for one, other in pairwise(kinds))
    return changes >= 6 and len(set(text)) >= 12 and not _is_count(text)


def _is_count(text: str) -> bool:
    """Tell whether *text* is what one types to fill a field: the signs in order."""
    lowered = text.lower()
    return any(run in lowered for run in ("12345", "abcde", "01234", "98765"))


_B64: Final = r"[A-Za-z0-9+/_-]"
_KINDS: Final[tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...]] = (
    ("a private key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"), _always),
    (
        "a signed token (JWT)",
        re.compile(rf"eyJ{_B64}{{8,}}\.eyJ{_B64}{{8,}}\."),
        _always,
    ),
    ("a key of a cloud", re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"), _always),
    ("a key of a cloud", re.compile(r"\bAIza[0-9A-Za-z_-]{35}"), _always),
    ("an access token", re.compile(r"\bgh[pousr]_[0-9A-Za-z]{36}"), _always),
    ("an access token", re.compile(r"\bxox[abprs]-[0-9A-Za-z-]{10,}"), _always),
    ("an access token", re.compile(r"\b[sr]k_live_[0-9A-Za-z]{10,}"), _always),
    ("credentials", re.compile(rf"(?i)\bBasic {_B64}{{8,}}={{0,2}}"), _is_pair),
    (
        "credentials",
        re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@]{1,60}:[^\s/:@]{3,60}@"),
        _always,
    ),
    ("an access token", re.compile(r"(?i)\bBearer [0-9A-Za-z._~+/-]{16,}"), _is_random),
    (
        "a mail address",
        re.compile(
            r"[0-9A-Za-z._%+-]{1,64}@(?:[0-9A-Za-z-]{1,63}\.){1,4}[A-Za-z]{2,24}\b"
        ),
        _is_address,
    ),
    (
        "a number of an account",
        re.compile(r"\b[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}\b"),
        _is_account,
    ),
    (
        "a number of a card",
        re.compile(r"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]){9,15}(?![0-9])"),
        _is_card,
    ),
    (
        "a tax number",
        re.compile(r"\b[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]\b"),
        _always,
    ),
    (
        "a token or a key",
        re.compile(
            rf"(?<![0-9A-Za-z+/_-])(?:[0-9a-f]{{32,128}}|{_B64}{{24,200}}={{0,2}})(?![0-9A-Za-z+/_-])"
        ),
        _is_random,
    ),
    (
        "a telephone number",
        re.compile(
            r"(?<![0-9])\+[1-9][0-9]{1,3}[ -]?[0-9]{3,5}[ -]?[0-9]{3,7}(?![0-9])"
        ),
        lambda text: not _is_count(text),
    ),
)
"""What there is to see, how it looks, and what tells it from what only looks like it."""
