"""Wrong members of a request: left out, renamed, moved, from another source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from ..harness.hidden import SHORTEST
from ..members import members, wire_sample
from ..verbatim import exact, wording
from .client_rows import (
    NOTHING,
    SETTINGS,
    Declared,
    Row,
    all_of,
    always,
    comes_from,
    member_at,
    only_if,
    quoted,
    source_of,
)


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
    kind, texts = source_of(each)
    if kind == "Constant" and isinstance(value := ast.literal_eval(texts[0]), str):
        yield f"d.Constant({value + 'x'!r})"
    others = [
        other.text("source")
        for other in all_of(each.subject, each.source, "Member")
        if source_of(other)[0] == kind and other.text("source") != each.text("source")
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
    kind = source_of(each)[0]
    told = any(
        reply.value("message_at")
        for reply in all_of(each.subject, each.source, "Reply")
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
    own = samples.pop(member_at(each))
    return any(len(other) >= SHORTEST and other in own for other in samples.values())


def _is_signed(each: Declared) -> bool:
    """Tell whether the signature needs the credential of a member, too."""
    found = [
        signature.text("key") + signature.text("parts")
        for signature in all_of(each.subject, each.source, "Signature")
    ]
    return any(name in text for text in found for name in source_of(each)[1])


MEMBERS: Final = (
    Row(
        "member forgotten",
        "Member",
        "",
        only_if(lambda each: not _is_added_anyway(each), always(NOTHING)),
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
        only_if(lambda each: bool(each.text("prefix")), always('""')),
        "leaves out what {at} begins with",
    ),
    Row(
        "prefix cased",
        "Member",
        "prefix",
        quoted(str.lower, "prefix"),
        "writes what {at} begins with in another letter case",
    ),
    Row(
        "credential not required",
        "Member",
        "required",
        only_if(
            lambda each: comes_from("Credential", "Basic")(each)
            and each.text("required") == "True"
            and not _is_signed(each),
            always("False"),
        ),
        "calls without the credential of {at}",
        SETTINGS,
    ),
    Row(
        "credential required",
        "Member",
        "required",
        only_if(
            lambda each: comes_from("Credential", "Basic")(each)
            and each.text("required") == "False",
            always("True"),
        ),
        "refuses to call without the credential of {at}",
        SETTINGS,
    ),
    Row(
        "form lost",
        "Member",
        "form",
        only_if(lambda each: bool(each.text("form")), always("None")),
        "does not write a Python value of {at} as documented",
    ),
    Row(
        "letter case ignored",
        "Member",
        "letter_case",
        only_if(lambda each: bool(each.text("letter_case")), always("None")),
        "ignores what is known of the letter case of {at}",
        SETTINGS,
    ),
    Row(
        "letter case chosen",
        "Member",
        "letter_case",
        only_if(
            lambda each: each.text("letter_case") == '"unknown"',
            always('"upper"'),
        ),
        "writes {at} in upper case, which no page says",
    ),
    Row(
        "secret not kept",
        "Member",
        "secret",
        only_if(_is_told_by_itself, always("False")),
        "tells what {at} was when an answer repeats it",
        SETTINGS,
    ),
)
