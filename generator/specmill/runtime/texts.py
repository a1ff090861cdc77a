"""Texts that hold more than they look like: lists, pairs, octets, padding, addresses.

Written forms as in `wire`; stands beside it, and no message holds the value.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Mapping
from typing import ClassVar, Literal, cast
from urllib.parse import urlsplit

from .light import dataclass
from .wire import Form


@dataclass(frozen=True, slots=True)
class ListText(Form[tuple[str, ...]]):
    """A list packed into one text; *item* is the pattern of each, where one is known."""

    separator: str
    item: str | None = None
    minimum: int | None = None
    maximum: int | None = None

    @property
    def says(self) -> str:
        return f'is a list joined by "{self.separator}"{_counted(self)}'

    def parse(self, wire: object) -> tuple[str, ...]:
        items = self._items(wire)
        low, high = self.minimum or 0, self.maximum
        is_counted = low <= len(items) and (high is None or len(items) <= high)
        shape = self.item or r"[\s\S]+"
        if is_counted and all(re.fullmatch(shape, item, re.ASCII) for item in items):
            return items
        raise self._refuse()

    def _items(self, wire: object) -> tuple[str, ...]:
        if not isinstance(wire, str):
            raise self._refuse()
        return tuple(wire.split(self.separator)) if wire else ()

    def _write(self, value: object) -> str | None:
        if not isinstance(value, list | tuple):
            return None
        items = cast("list[object]", list(value))
        texts = [str(item) for item in items if type(item) in (str, int)]
        if len(texts) != len(items) or any(self.separator in text for text in texts):
            return None
        written = self.separator.join(texts)
        return written if self.fits(written) else None


def _counted(form: ListText) -> str:
    if form.minimum is None and form.maximum is None:
        return ""
    if form.maximum is None:
        return f" of at least {form.minimum}"
    if form.minimum is None:
        return f" of at most {form.maximum}"
    return f" of {form.minimum} to {form.maximum}"


@dataclass(frozen=True, slots=True)
class PairsText(Form[dict[str, str]]):
    """Names and values packed into one text, such as `a:1,b:2`."""

    separator: str
    pair: str

    @property
    def says(self) -> str:
        return f'is name{self.pair}value pairs joined by "{self.separator}"'

    def parse(self, wire: object) -> dict[str, str]:
        if not isinstance(wire, str):
            raise self._refuse()
        pairs = [each.split(self.pair) for each in wire.split(self.separator) if wire]
        if not all(len(each) == 2 and each[0] for each in pairs):
            raise self._refuse()
        found = dict(pairs)
        if len(found) != len(pairs):
            raise self._refuse()
        return found

    def _write(self, value: object) -> str | None:
        if not isinstance(value, Mapping):
            return None
        pairs = cast("Mapping[object, object]", value).items()
        texts = [str(part) for pair in pairs for part in pair]
        odd = any(
            mark in text for text in texts for mark in (self.separator, self.pair)
        )
        if odd or not all(type(part) in (str, int) for pair in pairs for part in pair):
            return None
        return self.separator.join(f"{name}{self.pair}{each}" for name, each in pairs)


@dataclass(frozen=True, slots=True)
class Base64Text(Form[bytes]):
    """Octets as base64; *is_url_safe* has - and _ for + and /."""

    is_url_safe: bool = False

    @property
    def says(self) -> str:
        return f"is base64{' for addresses' if self.is_url_safe else ''}"

    def parse(self, wire: object) -> bytes:
        if not isinstance(wire, str) or not wire.isascii():
            raise self._refuse()
        text = wire.translate(_PLAIN) if self.is_url_safe else wire
        if self.is_url_safe and set(wire) & {"+", "/"}:
            raise self._refuse()
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error:
            raise self._refuse() from None

    def _write(self, value: object) -> str | None:
        if not isinstance(value, bytes | bytearray):
            return None
        encode = base64.urlsafe_b64encode if self.is_url_safe else base64.b64encode
        return encode(value).decode("ascii")


_PLAIN = str.maketrans("-_", "+/")


@dataclass(frozen=True, slots=True)
class PaddedText(Form[str]):
    """Text that is filled up to a length; what is passed and read is not."""

    writes_text: ClassVar[bool] = True
    length: int
    fill: str
    on: Literal["left", "right"]

    @property
    def says(self) -> str:
        fill = "blanks" if self.fill == " " else f'"{self.fill}"'
        return (
            f"is text of exactly {self.length} characters, filled with {fill}"
            f" on the {self.on}"
        )

    def parse(self, wire: object) -> str:
        if not isinstance(wire, str) or len(wire) != self.length:
            raise self._refuse()
        side = wire.lstrip if self.on == "left" else wire.rstrip
        return side(self.fill)

    def _write(self, value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, str | int):
            return None
        text = str(value)
        if len(text) > self.length:
            return None
        side = text.rjust if self.on == "left" else text.ljust
        return side(self.length, self.fill)


@dataclass(frozen=True, slots=True)
class UrlText(Form[str]):
    """An absolute address, such as the one that a notice is sent to."""

    schemes: tuple[str, ...]
    takes_ip: bool = True
    takes_port: bool = True
    forbids: tuple[str, ...] = ()
    """Words that must not stand in it, in small letters."""

    @property
    def says(self) -> str:
        told = [f"is an address with {' or '.join(self.schemes)}"]
        told += [] if self.takes_ip else ["a name for its host"]
        told += [] if self.takes_port else ["no port"]
        told += [f'no "{word}"' for word in self.forbids]
        return ", ".join(told)

    def parse(self, wire: object) -> str:
        if not isinstance(wire, str) or not _ADDRESS.fullmatch(wire):
            raise self._refuse()
        try:
            parts = urlsplit(wire)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise self._refuse() from None
        has_port = port is not None
        if not host or parts.scheme.lower() not in self.schemes:
            raise self._refuse()
        if (_is_ip(host) and not self.takes_ip) or (has_port and not self.takes_port):
            raise self._refuse()
        if any(word in wire.lower() for word in self.forbids):
            raise self._refuse()
        return wire

    def _write(self, value: object) -> str | None:
        return None


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[!-~]+")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
