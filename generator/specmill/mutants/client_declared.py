"""Mutants of what a generated client declares: its members, signature, replies, codes.

A table of rows: which call of the generated declarations, which keyword of it, and what
could stand there instead. What would change nothing is not made: a header in another
letter case is the same header, and a secret that is declared twice is still kept.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from ..harness.hidden import SHORTEST
from ..harness.pointers import pointer_of
from ..members import members, wire_sample
from ..verbatim import exact, wording
from .client_source import Change, Source, Subject

SENDS: Final = "test_sends_what_the_page_documents"
REFUSES: Final = "test_refuses_to_send"
REPLIES: Final = "test_reads_every_reply"
CODES: Final = "test_reads_every_code"
STRICT: Final = "test_reads_strictly"
SETTINGS: Final = "test_is_set_up_as_documented"
NOTHING: Final = "*()"
"""What stands for a left out item of a tuple."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A call in the declarations of an operation."""

    subject: Subject
    source: Source
    call: ast.Call
    siblings: tuple[ast.Call, ...]
    """All calls of its kind, in order."""

    def value(self, keyword: str) -> ast.expr | None:
        return next((k.value for k in self.call.keywords if k.arg == keyword), None)

    def text(self, keyword: str) -> str:
        """Return what is written for *keyword*; empty where it is left out."""
        found = self.value(keyword)
        return self.source.written(found) if found is not None else ""

    def literal(self, keyword: str) -> Any:
        found = self.value(keyword)
        return ast.literal_eval(found) if found is not None else None

    @property
    def next(self) -> Declared | None:
        """Return the one after it, the first after the last; None if it is alone."""
        others = [each for each in self.siblings if each is not self.call]
        after = [each for each in others if each.lineno > self.call.lineno]
        found = next(iter(after or others), None)
        if found is None:
            return None
        return Declared(self.subject, self.source, found, self.siblings)


Others = Callable[[Declared], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to declare something wrong."""

    operator: str
    call: str
    """The class of `declare` that is called."""
    keyword: str
    """The keyword whose value is another; empty where the whole call is."""
    others: Others
    """What is written instead; None of them where it would change nothing."""
    says: str
    first: str = SENDS


def _member(each: Declared) -> str:
    place = {"header": "headers"}.get(each.literal("place"), each.literal("place"))
    return pointer_of((place, *each.literal("path")))


def _code(each: Declared) -> str:
    items = each.source.all(ast.Dict)
    key = next(
        key
        for table in items
        for key, value in zip(table.keys, table.values, strict=True)
        if value is each.call
    )
    assert isinstance(key, ast.Constant)
    return str(key.value)


AT: Final[dict[str, Callable[[Declared], str]]] = {
    "Member": _member,
    "Reply": lambda each: str(each.literal("name")),
    "Code": _code,
    "Operation": lambda each: "",
    "Signature": lambda each: "",
    "When": lambda each: next(
        str(outer.literal("name"))
        for outer in _all(each.subject, each.source, "Reply")
        if outer.value("when") is each.call
    ),
}
"""What a call is about, by its class."""
FACTS: Final[dict[str, Callable[[str], str]]] = {
    "Member": lambda at: at.strip("/").replace("/", "."),
    "Reply": lambda at: f"replies.{at}",
    "When": lambda at: f"replies.{at}",
    "Code": lambda at: f"codes.{at}",
    "Signature": lambda at: "signature",
    "Operation": lambda at: "request",
}


def _source(each: Declared) -> tuple[str, list[str]]:
    """Return the kind of a member's source and its texts."""
    call = each.value("source")
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    return call.func.attr, [each.source.written(argument) for argument in call.args]


def _is(*kinds: str) -> Callable[[Declared], bool]:
    return lambda each: _source(each)[0] in kinds


def _if(holds: Callable[[Declared], bool], others: Others) -> Others:
    return lambda each: others(each) if holds(each) else ()


def _always(*texts: str) -> Others:
    return lambda each: texts


def _quoted(change: Callable[[str], str], keyword: str) -> Others:
    """Change the text that is written for *keyword*."""

    def others(each: Declared) -> Iterator[str]:
        text = each.literal(keyword)
        if isinstance(text, str) and change(text) != text:
            yield repr(change(text))

    return others


# Members ------------------------------------------------------------------------------


def _is_added_anyway(each: Declared) -> bool:
    """Tell whether the client says by itself that a body is JSON."""
    is_type = each.literal("path") == ("Content-Type",)
    return is_type and each.text("source") == 'd.Constant("application/json")'


def _renamed(each: Declared) -> Iterator[str]:
    *outer, name = each.literal("path")
    yield repr((*outer, f"{name}x"))
    if each.literal("place") != "header" and name.swapcase() != name:
        yield repr((*outer, name.swapcase()))


def _moved(each: Declared) -> Iterator[str]:
    if each.literal("place") == "body":
        path = each.literal("path")
        yield repr(path[1:] if len(path) > 1 else ("data", *path))


def _other_place(each: Declared) -> Iterator[str]:
    others = {"query": ("body", "header"), "header": ("query",), "body": ("query",)}
    yield from map(repr, others[each.literal("place")])


def _other_source(each: Declared) -> Iterator[str]:
    kind, texts = _source(each)
    if kind == "Constant" and isinstance(value := ast.literal_eval(texts[0]), str):
        yield f"d.Constant({value + 'x'!r})"
    others = [
        other.text("source")
        for other in _all(each.subject, each.source, "Member")
        if _source(other)[0] == kind and other.text("source") != each.text("source")
    ]
    if kind in ("Argument", "Credential"):
        yield from others[:1]
    if kind == "Basic":
        yield f"d.Basic({texts[1]}, {texts[0]})"
        yield f"d.Credential({texts[0]})"
    if kind == "IdempotencyKey":
        yield f"d.Argument({texts[0]})"
        yield f"d.Nonce({texts[1]})"
    if kind == "FlowValue":
        yield f"d.Argument({texts[0]})"
    if kind == "Clock":
        yield 'd.Constant("2026-01-02T03:04:05+00:00")'


def _is_told_by_itself(each: Declared) -> bool:
    """Tell whether nothing else makes the client keep this secret, and a reply tells."""
    kind = _source(each)[0]
    told = any(
        reply.value("message_at") for reply in _all(each.subject, each.source, "Reply")
    )
    is_secret = each.text("secret") == "True" and kind in ("Argument", "FlowValue")
    return is_secret and told and not _is_hidden_by_another(each)


def _is_hidden_by_another(each: Declared) -> bool:
    """Tell whether the sample of another secret is a part of this one's."""
    samples = {
        member.pointer: exact(wording(wire_sample(member.field)))
        for member in members(each.subject.operation)
        if member.field.secret
    }
    own = samples.pop(_member(each))
    return any(len(other) >= SHORTEST and other in own for other in samples.values())


def _is_signed(each: Declared) -> bool:
    """Tell whether the signature needs the credential of a member, too."""
    found = [
        signature.text("key") + signature.text("parts")
        for signature in _all(each.subject, each.source, "Signature")
    ]
    return any(name in text for text in found for name in _source(each)[1])


_MEMBERS: Final = (
    Row(
        "member forgotten",
        "Member",
        "",
        _if(lambda each: not _is_added_anyway(each), _always(NOTHING)),
        "forgets {at}",
    ),
    Row("member renamed", "Member", "path", _renamed, "calls {at} {text}"),
    Row("member moved", "Member", "path", _moved, "puts {at} at {text}"),
    Row("member misplaced", "Member", "place", _other_place, "puts {at} in the {text}"),
    Row("source swapped", "Member", "source", _other_source, "takes {at} from {text}"),
    Row(
        "prefix lost",
        "Member",
        "prefix",
        _if(lambda each: bool(each.text("prefix")), _always('""')),
        "leaves out what {at} begins with",
    ),
    Row(
        "prefix cased",
        "Member",
        "prefix",
        _quoted(str.lower, "prefix"),
        "writes what {at} begins with in another letter case",
    ),
    Row(
        "credential not required",
        "Member",
        "required",
        _if(
            lambda each: _is("Credential", "Basic")(each)
            and each.text("required") == "True"
            and not _is_signed(each),
            _always("False"),
        ),
        "calls without the credential of {at}",
        SETTINGS,
    ),
    Row(
        "credential required",
        "Member",
        "required",
        _if(
            lambda each: _is("Credential", "Basic")(each)
            and each.text("required") == "False",
            _always("True"),
        ),
        "refuses to call without the credential of {at}",
        SETTINGS,
    ),
    Row(
        "form lost",
        "Member",
        "form",
        _if(lambda each: bool(each.text("form")), _always("None")),
        "does not write a Python value of {at} as documented",
    ),
    Row(
        "letter case ignored",
        "Member",
        "letter_case",
        _if(lambda each: bool(each.text("letter_case")), _always("None")),
        "ignores what is known of the letter case of {at}",
        SETTINGS,
    ),
    Row(
        "letter case chosen",
        "Member",
        "letter_case",
        _if(
            lambda each: each.text("letter_case") == '"unknown"',
            _always('"upper"'),
        ),
        "writes {at} in upper case, which no page says",
    ),
    Row(
        "secret not kept",
        "Member",
        "secret",
        _if(_is_told_by_itself, _always("False")),
        "tells what {at} was when an answer repeats it",
        SETTINGS,
    ),
)

# The line and the signature -----------------------------------------------------------


def _objects(each: Declared) -> Iterator[str]:
    """Yield no objects where one has no member that is always there."""
    found = each.literal("objects") or ()
    always = {
        member.steps[1:-1]
        for member in members(each.subject.operation)
        if member.place == "body" and member.is_always_there
    }
    if any(path not in always for path in found):
        yield "()"


def _parts(each: Declared) -> Iterator[str]:
    node = each.value("parts")
    assert isinstance(node, ast.Tuple)
    parts = [each.source.written(part) for part in node.elts]
    for at in range(len(parts)):
        yield _tuple(parts[:at] + parts[at + 1 :])
    for at in range(len(parts) - 1):
        swapped = [parts[at + 1], parts[at]]
        yield _tuple(parts[:at] + swapped + parts[at + 2 :])
    for at, part in enumerate(parts):
        if "BodyDigest" in part:
            other = "SHA-512" if "SHA-256" in part else "SHA-256"
            digest = f'd.BodyDigest("{other}", minified=True)'
            yield _tuple([*parts[:at], digest, *parts[at + 1 :]])


def _tuple(parts: list[str]) -> str:
    return f"({''.join(f'{part}, ' for part in parts)})"


def _other_of(keyword: str, *texts: str) -> Others:
    def others(each: Declared) -> Iterator[str]:
        if each.text(keyword):
            yield from (text for text in texts if text != each.text(keyword))

    return others


def _other_key(each: Declared) -> Iterator[str]:
    names = [credential.name for credential in each.subject.partner.credentials]
    yield from (
        f'd.Credential("{name}")'
        for name in names
        if f'"{name}"' not in each.text("key")
    )


_REQUEST: Final = (
    Row(
        "other method",
        "Operation",
        "method",
        _other_of("method", '"PUT"', '"POST"'),
        "uses the method {text}",
    ),
    Row(
        "other path",
        "Operation",
        "path",
        lambda each: [
            repr(changed)
            for changed in _paths(each.literal("path"))
            if changed != each.literal("path")
        ],
        "calls the path {text}",
    ),
    Row("no body", "Operation", "has_body", _always("False"), "sends no body"),
    Row("objects lost", "Operation", "objects", _objects, "leaves out empty objects"),
    Row(
        "not signed",
        "Operation",
        "signature",
        _if(lambda each: bool(each.text("signature")), _always("None")),
        "does not sign",
    ),
    Row("signed otherwise", "Signature", "parts", _parts, "signs {text}"),
    Row("other key", "Signature", "key", _other_key, "signs with the key {text}"),
    Row(
        "other algorithm",
        "Signature",
        "algorithm",
        _other_of("algorithm", '"HMAC-SHA256"', '"HMAC-SHA512"'),
        "signs with {text}",
    ),
    Row(
        "other separator",
        "Signature",
        "separator",
        _other_of("separator", '":"', '""', '"|"'),
        "joins what is signed by {text}",
    ),
    Row(
        "other encoding",
        "Signature",
        "encoding",
        _other_of("encoding", '"hex"', '"base64"'),
        "encodes the signature as {text}",
    ),
)


def _paths(path: str | None) -> Iterator[str]:
    if path:
        yield f"{path}/"
        yield path.lower()
        yield path.rpartition("/")[0] or "/other"


# Replies and codes --------------------------------------------------------------------


def _outcomes(each: Declared) -> Iterator[str]:
    for other in ("success", "alternative", "rejected", "unknown"):
        if other != each.literal("outcome") and not _is_shown_alike(each, other):
            yield repr(other)


def _is_shown_alike(each: Declared, other: str) -> bool:
    """Tell whether a caller meets the same: an alternative is returned as a success."""
    good = ("success", "alternative")
    return each.literal("outcome") in good and other in good


def _statuses(each: Declared) -> Iterator[str]:
    found = each.literal("http")
    if found:
        yield from (
            repr(tuple(other for other in found if other != status)) for status in found
        )


def _shorter(keyword: str) -> Others:
    def others(each: Declared) -> Iterator[str]:
        node = each.value(keyword)
        if isinstance(node, ast.Tuple):
            parts = [each.source.written(part) for part in node.elts]
            for at in range(len(parts)):
                yield _tuple(parts[:at] + parts[at + 1 :])

    return others


def _other_names(keyword: str) -> Others:
    def others(each: Declared) -> Iterator[str]:
        path = each.literal(keyword)
        if path:
            yield repr((*path[:-1], f"{path[-1]}x"))
            yield "None"

    return others


def _of_next(keyword: str) -> Others:
    def others(each: Declared) -> Iterator[str]:
        other = each.next
        if other and other.text(keyword) not in ("", each.text(keyword)):
            yield other.text(keyword)

    return others


def _other_errors(each: Declared) -> Iterator[str]:
    found = each.text("error")
    if found == "None":
        yield from ("errors.Rejected", "errors.OutcomeUnknown")
    elif found:
        yield from ("None", "errors.Rejected", "errors.OutcomeUnknown")
        yield from (text for text in _of_next("error")(each) if text != "None")


_ANSWERS: Final = (
    Row("reply forgotten", "Reply", "", _always(NOTHING), "knows no {at}", REPLIES),
    Row(
        "reply of another outcome",
        "Reply",
        "outcome",
        _outcomes,
        "takes {at} for {text}",
        REPLIES,
    ),
    Row(
        "reply read as another",
        "Reply",
        "model",
        _of_next("model"),
        "reads {at} as {text}",
        REPLIES,
    ),
    Row(
        "reply not validated",
        "Reply",
        "validate",
        _always("lambda value: []"),
        "does not look at what {at} holds",
        STRICT,
    ),
    Row(
        "code not read",
        "Reply",
        "code_at",
        _other_names("code_at"),
        "reads the code of {at} at {text}",
        REPLIES,
    ),
    Row(
        "message not read",
        "Reply",
        "message_at",
        _other_names("message_at"),
        "reads the message of {at} at {text}",
        REPLIES,
    ),
    Row(
        "echo ignored",
        "Reply",
        "echoes",
        _shorter("echoes"),
        "takes {at} although it repeats another value",
        STRICT,
    ),
    Row(
        "status forgotten",
        "When",
        "http",
        _statuses,
        "knows {at} with {text} only",
        CODES,
    ),
    Row(
        "any status",
        "When",
        "http",
        _if(lambda each: bool(each.text("http")), _always("None")),
        "takes {at} with any HTTP status",
        STRICT,
    ),
    Row(
        "sign ignored",
        "When",
        "equals",
        _shorter("equals"),
        "takes for {at} what has another value",
        STRICT,
    ),
    Row("presence ignored", "When", "has", _shorter("has"), "takes for {at} what lacks a member", STRICT),
    Row("absence ignored", "When", "lacks", _shorter("lacks"), "takes for {at} what has a member more", STRICT),
    Row("code forgotten", "Code", "", _always("d.Code(error=errors.Rejected)"), "knows {at} as a rejection alone", CODES),
    Row("code of another error", "Code", "error", _other_errors, "takes {at} for {text}", CODES),
    Row("status of a code ignored", "Code", "http", _if(lambda each: bool(each.text("http")), _always("None")), "takes {at} with another HTTP status", STRICT),
    Row("other status of a code", "Code", "http", lambda each: ["418"] if each.text("http") else [], "wants {at} with the HTTP status {text}", CODES),
    Row("agreement ignored", "Code", "agrees", _if(lambda each: bool(each.text("agrees")), _always("()")), "takes {at} although the reply says otherwise", STRICT),
    Row("other agreement", "Code", "agrees", _if(lambda each: bool(each.text("agrees")), lambda each: [each.text("agrees").replace('"S"', '"F"') if '"S"' in each.text("agrees") else each.text("agrees").replace('"F"', '"S"')]), "wants {text} with {at}", CODES),
)  # fmt: skip

ROWS: Final = (*_MEMBERS, *_REQUEST, *_ANSWERS)


def changes(subject: Subject) -> Iterator[Change]:
    """Yield what can be declared wrong of the operation."""
    source = subject.source(f"operations/{subject.operation.name}.py")
    for row in ROWS:
        for each in _all(subject, source, row.call):
            yield from _changes(row, each)


def _changes(row: Row, each: Declared) -> Iterator[Change]:
    at = AT[row.call](each)
    node = each.value(row.keyword) if row.keyword else each.call
    for text in row.others(each):
        if node is None or text == each.source.written(node):
            continue
        yield Change(
            operator=row.operator,
            at=" ".join(filter(None, (at, text if row.keyword else ""))),
            says=row.says.format(at=at, text=text),
            file=each.source.file,
            start=each.source.start(node),
            end=each.source.end(node),
            text=text,
            fact=FACTS[row.call](at),
            first=row.first,
        )


def _all(subject: Subject, source: Source, kind: str) -> Iterator[Declared]:
    calls = tuple(
        call
        for call in source.all(ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr == kind
    )
    for call in calls:
        yield Declared(subject, source, call, calls)
