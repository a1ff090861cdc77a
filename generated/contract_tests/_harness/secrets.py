"""What must reach no report, and text made fit for a terminal and a file.

A secret is hidden in every form in which a server or a library may repeat it: as it is,
escaped for JSON, XML or a URL, in Base64, and beside a user name in `Basic`.
"""

from __future__ import annotations

import base64
import html
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote, quote_plus, urlsplit, urlunsplit

from .contract import Contract
from .pointers import Json, found, steps_of

MASK: Final = "***"
SHORT: Final = 4
"""A secret shorter than this is hidden only where it stands as a word."""


@dataclass(frozen=True)
class Masks:
    """Texts that are hidden wherever they occur."""

    texts: frozenset[str]

    def __call__(self, text: str) -> str:
        """Return *text* with every secret in it hidden."""
        return self._pattern.sub(MASK, text) if self.texts else text

    def __or__(self, other: Masks) -> Masks:
        return Masks(self.texts | other.texts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {form for text in self.texts for form in _forms(text)}
        # The longest first, so that no part of one is left beside a shorter one.
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(_alone, ordered)))


def masks(texts: Iterable[object]) -> Masks:
    """Return what hides *texts*; what is empty or no text hides nothing."""
    return Masks(frozenset(each for each in texts if isinstance(each, str) and each))


def of_credentials(contract: Contract, credentials: Mapping[str, str]) -> Masks:
    """Return what hides the secret credentials of *contract*, alone and in a header."""
    secret = {each.name for each in contract.credentials if each.secret}
    alone = [text for name, text in credentials.items() if name in secret]
    carried = [
        source.carried(credentials)
        for source in contract.sources
        if secret & set(source.names) and set(source.names) <= set(credentials)
    ]
    return masks([*alone, *carried])


def of_members(contract: Contract, document: Json) -> Masks:
    """Return what hides the secret members of a request, given as a document."""
    return masks(found(document, steps_of(each)) for each in contract.secrets)


def of_process(contracts: Iterable[Contract]) -> Masks:
    """Return what hides every secret that this process may know."""
    known: set[str] = set()
    for contract in contracts:
        for credential in contract.credentials:
            if credential.secret:
                named = [each.variables for each in contract.environments]
                variables = {credential.variable} | {
                    each.get(credential.name, credential.variable) for each in named
                }
                known |= {os.environ.get(variable, "") for variable in variables}
                known |= {
                    each.values.get(credential.name, "")
                    for each in contract.environments
                }
    return masks(known)


def of_address(url: str) -> Masks:
    """Return what hides the user name and password that *url* may carry."""
    carried = urlsplit(url).netloc.rpartition("@")[0]
    return masks([carried, carried.partition(":")[2]])


def visible(text: str) -> str:
    r"""Return *text* with what nobody sees written as an escape, such as `\u202e`.

    A line's end stays.
    """
    if text.isprintable():
        return text
    return "".join(_seen(char) for char in text)


def address(url: str) -> str:
    """Return *url* without the user name and password that it may carry."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{MASK}@{host}" if "@" in parts.netloc else host
    query = MASK if parts.query else ""
    return urlunsplit((parts.scheme, netloc, parts.path, query, ""))


def _seen(char: str) -> str:
    if char == "\n" or char.isprintable():
        return char
    return char.encode("unicode_escape").decode("ascii")


def _forms(text: str) -> Iterator[str]:
    yield text
    yield quote(text, safe="")
    yield quote_plus(text)
    for is_ascii in (True, False):
        once = json.dumps(text, ensure_ascii=is_ascii)[1:-1]
        yield once
        # As a server repeats the text of a body in its own JSON.
        yield json.dumps(once, ensure_ascii=is_ascii)[1:-1]
    yield html.escape(text, quote=False)
    yield html.escape(text)
    # Within a longer Python or JSON text, such as the repr of a body.
    yield repr(text)[1:-1]
    if len(text) >= SHORT:
        yield base64.b64encode(text.encode("utf-8", "surrogateescape")).decode("ascii")


def _alone(text: str) -> str:
    found = re.escape(text)
    return found if len(text) >= SHORT else rf"(?<!\w){found}(?!\w)"
