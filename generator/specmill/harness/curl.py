"""A request as one line for a shell, its secrets named by environment variables.

The line sends what was sent, to the octet: the headers in order and in their spelling,
a body also with GET, and nothing that curl would add by itself.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from html import escape
from typing import Final
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit

from .bodies import decode, text_of
from .contract import Contract
from .edits import Edit
from .light import dataclass
from .pointers import Json, found, put, steps_of
from .recipes import Source
from .requests import Values, escaped, signs
from .wire import Request

_OWN: Final = ("Accept", "User-Agent")
"""Headers that curl sends unless it is told not to."""
_ASKS: Final = 1024
"""Octets of a body before which curl may ask whether it is wanted."""
_LONGEST: Final = 100_000
"""Octets of a body that are passed as one argument; systems allow no more than 128 Ki."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that is not shown, and what stands for it in a shell."""

    pattern: str
    """A regular expression that matches the text where it is the secret."""
    written: str
    """What a shell puts there, between double quotes."""


def curl(
    contract: Contract,
    values: Values,
    base_url: str,
    request: Request,
    edits: Iterable[Edit] = (),
    *,
    is_signature_shown: bool = False,
) -> str:
    """Return the line that sends *request* again; *edits* are those that made it."""
    secrets = _Secrets(contract, values, request, tuple(edits), is_signature_shown)
    start, data = _data(request.body, secrets.in_body())
    words = ["curl -sS -i --http1.1", _method(request.method)]
    words += _headers(request, secrets)
    # Without a body and where none is usual, curl sends no length, and nobody needs it.
    if request.body or request.method not in ("GET", "HEAD"):
        words.append(data)
    words += _address(base_url, request.target, secrets.in_query())
    return start + " ".join(words)


def variables(
    contract: Contract,
    values: Values,
    base_url: str,
    request: Request,
    edits: Iterable[Edit] = (),
) -> Iterator[str]:
    """Yield what each variable of the line of curl holds, as sentences."""
    line = curl(contract, values, base_url, request, edits)
    for credential in contract.credentials:
        name = values.variables.get(credential.name, credential.variable)
        if f'"${name}"' in line:
            yield f"{name} is the credential {credential.name}"
    for pointer in contract.secrets:
        name = variable_of(contract, pointer)
        if f'"${name}"' in line:
            yield f"{name} is what the valid request has at {pointer}"


def variable_of(contract: Contract, pointer: str) -> str:
    """Return the environment variable that stands for a secret member."""
    named = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_", pointer)
    return f"{contract.partner}{named}".upper()


# Forms --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Form:
    """How a text is written at one place, by us and by a shell."""

    of: Callable[[str], str]
    command: str
    """What a shell pipes the text through where the form differs from it."""

    def written(self, variable: str, value: str) -> str:
        """Return what a shell puts in the place of *value*, between double quotes."""
        if self.of(value) == value:
            return f"${variable}"
        return f'$(printf %s "${variable}" | {self.command})'


_PLAIN: Final = _Form(str, "cat")
_PERCENT: Final = _Form(
    lambda text: quote(text, safe=""), "od -An -v -tx1 | tr -d '\\n' | tr ' ' %"
)
_PLUS: Final = _Form(quote_plus, _PERCENT.command)
_JSON: Final = _Form(
    lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    r"""sed 's/[\\"]/\\&/g'""",
)
_UNITS: Final = _Form(
    lambda text: escaped(text)[1:-1],
    "iconv -f UTF-8 -t UTF-16BE | od -An -v -tx1 | tr -d ' \\n' | tr a-f A-F"
    r" | sed 's/..../\\u&/g'",
)
_XML: Final = _Form(
    lambda text: _ascii(escape(text, quote=False)),
    r"sed 's/&/\&amp;/g;s/</\&lt;/g;s/>/\&gt;/g'",
)
_ATTRIBUTE: Final = _Form(
    lambda text: _ascii(escape(text, quote=False).replace('"', "&quot;")),
    r"""sed 's/&/\&amp;/g;s/</\&lt;/g;s/>/\&gt;/g;s/"/\&quot;/g'""",
)


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


@dataclass(frozen=True, slots=True)
class _Written:
    """How a whole value is written at a place: its form, and what is around it."""

    form: _Form
    before: str
    after: str

    def hidden(self, variable: str, value: str) -> Hidden:
        at = f"{self.before}{re.escape(self.form.of(value))}{self.after}"
        return Hidden(at, self.form.written(variable, value))


_PAIR: Final = ("(?<==)", r"(?=&|\Z)")
_TEXT: Final = ('(?<=")', '(?=")')
_IN_QUERY: Final = (_Written(_PERCENT, *_PAIR),)
_IN_BODY: Final = {
    "json": (_Written(_JSON, *_TEXT), _Written(_UNITS, *_TEXT)),
    "form": (_Written(_PLUS, *_PAIR),),
    "xml": (_Written(_XML, "(?<=>)", "(?=<)"), _Written(_ATTRIBUTE, *_TEXT)),
}
_AS_IT_IS: Final = (_Written(_PLAIN, r"(?<!\w)", r"(?!\w)"),)
"""In a body of any other format."""


# Secrets ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Secrets:
    """The secrets of one request, in the form that they have at each place."""

    contract: Contract
    values: Values
    request: Request
    edits: tuple[Edit, ...]
    is_signature_shown: bool

    def in_header(self, name: str, text: str) -> list[Hidden]:
        hidden = [*self._signed(name, text), *self._basic(), *self._credentials(_PLAIN)]
        for pointer, value in self._members("headers"):
            if steps_of(pointer)[1].lower() == name.lower():
                variable = variable_of(self.contract, pointer)
                hidden.append(Hidden(rf"\A{re.escape(value)}\Z", f"${variable}"))
        return hidden

    def in_query(self) -> list[Hidden]:
        query = dict(parse_qsl(urlsplit(self.request.target).query))
        return list(self._at("query", _IN_QUERY, query))

    def in_body(self) -> list[Hidden]:
        contract, known = self.contract, _IN_BODY.get(self.contract.body.format)
        body: Json = None
        with suppress(ValueError):  # one that is broken on purpose has no members
            schema = contract.schema["properties"].get("body", {})
            body = decode(contract.body, schema, self.request.body)
        hidden = list(self._at("body", known or _AS_IT_IS, body))
        for pointer, value in self._members("body"):
            if value.isdecimal():
                variable = f"${variable_of(contract, pointer)}"
                hidden.append(Hidden(rf"(?<![\w.\"-]){value}(?![\w.\"])", variable))
        return hidden

    def _at(
        self, place: str, forms: Sequence[_Written], document: Json
    ) -> Iterator[Hidden]:
        """Yield what is hidden in query or body; *document* is what was sent there."""
        members = [*self._members(place), *self._signatures(place, document)]
        for written in forms:
            yield from self._credentials(written.form)
            for pointer, value in members:
                yield written.hidden(variable_of(self.contract, pointer), value)

    def _credentials(self, form: _Form) -> Iterator[Hidden]:
        for credential in self.contract.credentials:
            value = self.values.credentials.get(credential.name, "")
            if credential.secret and value:
                variable = self._variable(credential.name)
                written = form.written(variable, value)
                yield Hidden(re.escape(form.of(value)), written)

    def _basic(self) -> Iterator[Hidden]:
        for source in self.contract.sources:
            if source.kind == "basic":
                pair = ":".join(self.values.credentials[name] for name in source.names)
                text = base64.b64encode(pair.encode("utf-8")).decode("ascii")
                names = [self._variable(name) for name in source.names]
                told = " ".join(f'"${name}"' for name in names)
                made = f"$(printf '%s:%s' {told} | base64 | tr -d '\\n')"
                yield Hidden(re.escape(text), made)

    def _signatures(self, place: str, document: Json) -> Iterator[tuple[str, str]]:
        """Yield the signatures of this request in query or body."""
        for source in self._signs(place):
            value = found(document, steps_of(source.pointer)[1:])
            if isinstance(value, str) and value:
                yield source.pointer, value

    def _signs(self, place: str) -> Iterator[Source]:
        for source in signs(self.contract, self.edits):
            if steps_of(source.pointer)[0] == place and not self.is_signature_shown:
                yield source

    def _signed(self, name: str, text: str) -> Iterator[Hidden]:
        for source in self._signs("headers"):
            is_here = steps_of(source.pointer)[-1].lower() == name.lower()
            value = text.removeprefix(source.prefix)
            if is_here and value:
                variable = variable_of(self.contract, source.pointer)
                yield Hidden(rf"{re.escape(value)}\Z", f"${variable}")

    def _members(self, place: str) -> Iterator[tuple[str, str]]:
        """Yield the secret members of the valid request that no credential makes."""
        document = self.contract.example
        for pointer, value in self.values.members.items():
            document = put(document, steps_of(pointer), value)
        made = {source.pointer for source in self.contract.sources}
        for pointer in self.contract.secrets:
            if pointer not in made and steps_of(pointer)[0] == place:
                value = found(document, steps_of(pointer))
                if type(value) in (str, int) and text_of(value):
                    yield pointer, text_of(value)

    def _variable(self, credential: str) -> str:
        known = {each.name: each.variable for each in self.contract.credentials}
        return self.values.variables.get(credential, known[credential])


# Words of a shell ---------------------------------------------------------------------


def _method(name: str) -> str:
    # Told to send HEAD by -X, curl would wait for a body.
    return "--head" if name == "HEAD" else f"-X {_word(name)}"


def _headers(request: Request, secrets: _Secrets) -> Iterator[str]:
    sent = {name.lower() for name, _ in request.headers}
    for name, text in request.headers:
        # curl leaves out what has no value, unless a semicolon ends the name.
        if not text.strip():
            yield f"-H {_word(f'{name};')}"
        else:
            yield f"-H {_word(f'{name}: ')}{_word(text, secrets.in_header(name, text))}"
    own = [*_OWN, *(("Content-Type",) if request.body else ())]
    own += ["Expect"] if len(request.body) > _ASKS else []
    yield from (f"-H {name}:" for name in own if name.lower() not in sent)


def _address(base_url: str, target: str, hidden: Sequence[Hidden]) -> Iterator[str]:
    url = urlsplit(base_url)
    host = url.netloc.rpartition("@")[2]
    path = url.path.rstrip("/") + target
    if set("[]{}") & set(host + path):
        yield "--globoff"
    if "/." in path:
        yield "--path-as-is"
    yield _word(f"{url.scheme}://{host}{path}", hidden)


def _data(body: bytes, hidden: Sequence[Hidden]) -> tuple[str, str]:
    """Return what comes before curl, and what curl is given as the body."""
    text = body.decode("utf-8", "surrogateescape")
    if text.isprintable() and len(body) <= _LONGEST:
        return "", f"--data-raw {_word(text, hidden)}"
    return f"{_printf(text, hidden)} | ", "--data-binary @-"


def _word(text: str, hidden: Sequence[Hidden] = ()) -> str:
    """Return *text* as one word; in double quotes what stands for secrets."""
    words = []
    for part, written in _parts(text, hidden):
        if written:
            words.append(f'"{written}"')
        elif part.isprintable():
            words.append("'" + part.replace("'", "'\\''") + "'")
        else:
            words.append(f'"$({_printf(part, ())})"')
    return "".join(words) or "''"


def _printf(text: str, hidden: Sequence[Hidden]) -> str:
    """Return the call of printf that writes *text*, whatever octets it has."""
    parts = list(_parts(text, hidden))
    told = "".join("%s" if written else _escaped(part) for part, written in parts)
    told = told.replace("-", "\\055", 1) if told.startswith("-") else told
    values = [f' "{written}"' for _, written in parts if written]
    return f"printf '{told}'{''.join(values)}"


_ESCAPES: Final = {"%": "%%", "\\": "\\\\", "'": "'\\''", "\n": "\\n"}


def _escaped(text: str) -> str:
    return "".join(
        _ESCAPES.get(char) or (char if char.isprintable() else _octal(char))
        for char in text
    )


def _octal(char: str) -> str:
    octets = char.encode("utf-8", "surrogateescape")
    return "".join(f"\\{octet:03o}" for octet in octets)


def _parts(text: str, hidden: Sequence[Hidden]) -> Iterator[tuple[str, str]]:
    """Yield the parts of *text*, each secret with what is written for it."""
    # The longest first, so that no part of one is left beside a shorter one.
    hidden = sorted(hidden, key=lambda each: -len(each.pattern))
    named = [f"(?P<h{number}>{each.pattern})" for number, each in enumerate(hidden)]
    end = 0
    for match in re.finditer("|".join(named), text) if named else ():
        if match.start() > end:
            yield text[end : match.start()], ""
        yield match[0], hidden[int((match.lastgroup or "h0")[1:])].written
        end = match.end()
    if end < len(text):
        yield text[end:], ""
