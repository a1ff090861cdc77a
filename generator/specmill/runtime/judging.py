"""One call to us: proof first, then reading, then validity.

Below `receiving`. What is not exactly as documented is refused.
"""

from __future__ import annotations

import base64
import contextlib
import hmac
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, cast
from urllib.parse import parse_qsl, unquote

from . import codecs
from .absent import standing
from .callbacks import Callback, Carried, Proof, Stamp
from .calls import Call, CallRefused, Reason, named, refuses
from .declare import Basic, Encoding, Path, Selection, SignedField
from .proving import is_fresh
from .signing import Message, credentials_of, verified
from .strict_json import Unreadable
from .trusted import Credentials
from .violations import Violation, escaped

Clock = Callable[[], datetime]

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,39})")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


class Reading:
    """One call and what is known about it so far."""

    def __init__(
        self,
        callback: Callback,
        call: Call,
        credentials: Credentials,
        encoding: Encoding | None,
        clock: Clock,
    ) -> None:
        self._callback = callback
        self._call = call
        self._credentials = credentials
        self._encoding = encoding
        self._clock = clock
        self._document: dict[str, object] = {}
        self._twice: list[Violation] = []

    def document(self, limit: int) -> tuple[dict[str, object], tuple[Violation, ...]]:
        """Return what came, by place, and what is odd about it and still readable.

        What is cheap is looked at first, and the body is not read before it is proved
        unless the proof stands in it.
        """
        callback = self._callback
        if callback.methods and self._call.method not in callback.methods:
            raise self._refused("method")
        if len(self._call.body) > limit:
            raise self._refused("too-large")
        self._document = dict(self._places())
        if self._is_proved_by_body():
            self._read_body()
        self._prove()
        if callback.body is not None and "body" not in self._document:
            self._read_body()
        return self._checked()

    def _refused(self, reason: Reason) -> CallRefused:
        return CallRefused(named(self._callback), reason)

    def _places(self) -> Iterator[tuple[str, object]]:
        known = self._callback.members
        if "segments" in known:
            yield "segments", dict(self._gathered("segments", self._segments()))
        pairs = parse_qsl(self._call.query, keep_blank_values=True)
        yield "query", dict(self._gathered("query", pairs))
        right = {name.lower(): name for name in known.get("headers", {})}
        headers = [
            (right[name.lower()], text.strip())
            for name, text in self._call.headers
            if name.lower() in right
        ]
        yield "headers", dict(self._gathered("headers", headers))

    def _segments(self) -> Iterator[tuple[str, str]]:
        template = self._callback.path or ""
        fixed = map(re.escape, _PLACEHOLDER.split(template)[::2])
        match = re.search("([^/]+?)".join(fixed) + r"\Z", self._call.path)
        if match is not None:
            names = _PLACEHOLDER.findall(template)
            yield from zip(names, map(unquote, match.groups()), strict=True)

    def _gathered(
        self, place: str, pairs: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[str, object]]:
        known = self._callback.members.get(place, {})
        seen: set[str] = set()
        for name, text in pairs:
            if name in seen and name in known:
                at = f"/{place}/{escaped(name)}"
                says = "stands there once"
                self._twice.append(Violation(at, "twice", says, self._callback.page))
            seen.add(name)
            yield name, _typed(text, known.get(name, "text"))

    def _read_body(self) -> None:
        # The refusal is raised outside: an exception in flight would keep the body.
        body = self._callback.body
        assert body is not None
        with contextlib.suppress(Unreadable):
            self._document["body"] = codecs.read(body, self._call.body)
        if "body" not in self._document:
            raise self._refused("unreadable")

    def _is_proved_by_body(self) -> bool:
        callback, proof = self._callback, self._callback.proof
        looked_at = [each.at for each in callback.carried]
        looked_at += [each.at for each in (proof, callback.stamp) if each]
        if proof is not None:
            looked_at += [proof.nonce_at] if proof.nonce_at else []
            looked_at += _signed_members(proof)
        return callback.body is not None and any(at[0] == "body" for at in looked_at)

    # Proof ----------------------------------------------------------------------------

    def _prove(self) -> None:
        for carried in self._callback.carried:
            if not _same(self._expected(carried), self._text(carried.at)):
                raise self._refused("credential")
        proof, stamp = self._callback.proof, self._callback.stamp
        if proof is not None and not self._is_signed(proof):
            raise self._refused("signature")
        if stamp is not None and stamp.window is not None and not self._is_fresh(stamp):
            raise self._refused("stale")

    def _expected(self, carried: Carried) -> str:
        source = carried.source
        if isinstance(source, Basic):
            pair = (self._credentials[source.user], self._credentials[source.password])
            octets = base64.b64encode(":".join(pair).encode("utf-8"))
            return f"Basic {octets.decode('ascii')}"
        return carried.prefix + self._credentials[source.name]

    def _is_signed(self, proof: Proof) -> bool:
        """Tell whether the signature is that of this call, in constant time."""
        found = self._text(proof.at)
        if found is None or not found.startswith(proof.prefix):
            return False
        recipe = proof.recipe
        names = credentials_of(recipe)
        return verified(
            recipe,
            self._message(proof),
            {name: self._credentials[name] for name in names},
            cast("Encoding", self._encoding),
            found.removeprefix(proof.prefix),
        )

    def _message(self, proof: Proof) -> Message:
        call, stamp = self._call, self._callback.stamp
        query = f"?{call.query}" if call.query and proof.recipe.signs_query else ""
        bare = _without(self._document, proof.at)
        # A signature in the body covers the other members as they are written compactly.
        is_inside = proof.at[0] == "body"
        nonce = self._text(proof.nonce_at) if proof.nonce_at else ""
        return Message(
            method=call.method,
            path=call.path + query,
            body=self._bare_body(bare) if is_inside else call.body,
            timestamp=(self._text(stamp.at) or "") if stamp else "",
            nonce=nonce or "",
            members=bare,
        )

    def _bare_body(self, bare: Mapping[str, object]) -> bytes:
        body = self._callback.body
        assert body is not None
        return codecs.write(body, bare["body"])[0]

    def _is_fresh(self, stamp: Stamp) -> bool:
        found = standing(self._document, stamp.at)
        if isinstance(found, str):
            if not found.startswith(stamp.prefix):
                return False
            found = found.removeprefix(stamp.prefix)
        try:
            moment = stamp.form.parse(found)
        except ValueError:
            return False
        return isinstance(moment, datetime) and is_fresh(
            moment, self._clock(), stamp.window or 0
        )

    def _text(self, at: Path) -> str | None:
        found = standing(self._document, at)
        if isinstance(found, str):
            return found
        is_number = isinstance(found, int) and not isinstance(found, bool)
        return str(found) if is_number else None

    # Validity -------------------------------------------------------------------------

    def _checked(self) -> tuple[dict[str, object], tuple[Violation, ...]]:
        found = (*self._twice, *self._callback.validate(self._document))
        fatal = tuple(each for each in found if refuses(each))
        if fatal:
            raise CallRefused(named(self._callback), "invalid", fatal)
        hidden = [each.at for each in self._callback.carried]
        hidden += [self._callback.proof.at] if self._callback.proof else []
        kept: dict[str, object] = self._document
        for at in hidden:
            kept = _without(kept, at)
        return kept, tuple(each for each in found if each.rule != "undocumented")


def _signed_members(proof: Proof) -> Iterator[Path]:
    for part in proof.recipe.parts:
        if isinstance(part, SignedField):
            yield part.path
        elif isinstance(part, Selection):
            yield from part.of


def _typed(text: str, kind: str) -> object:
    """Return the text of a query or header as the number or truth it is to be."""
    if kind == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _same(expected: str, found: str | None) -> bool:
    """Compare in a time that does not tell how much agrees; nothing is never right."""
    octets = (found or "").encode("utf-8", "surrogatepass")
    is_same = hmac.compare_digest(expected.encode("utf-8", "surrogatepass"), octets)
    return is_same and found is not None


def _without(value: dict[str, object], path: Path) -> dict[str, object]:
    first, *rest = path
    inner = value.get(first)
    if not rest:
        return {name: each for name, each in value.items() if name != first}
    if not isinstance(inner, dict):
        return value
    return {**value, first: _without(cast("dict[str, object]", inner), tuple(rest))}
