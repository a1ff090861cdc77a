"""Signed requests with one thing wrong in the signature, or changed after it was made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from .. import ir
from ..facts import part_labels
from ..harness.contract import Contract
from ..harness.edits import Edit, Missigned, Put, SignedBefore, Spaced, Style, Written
from ..harness.exchanges import Observed, Refused
from ..harness.pointers import drop, put, steps_of
from ..harness.requests import signed_of
from ..harness.signatures import Signed, signature
from ..harness.slips import (
    AFTER_THE_NEXT,
    AT_THE_END,
    AT_THE_START,
    BASE64_OF_HEX,
    BY,
    BY_ANOTHER_DIGEST,
    ENCODED_OTHERWISE,
    ITSELF,
    KEY_AFTER,
    KEY_BEFORE,
    OF_NOTHING,
    SORTED,
    TAKEN_AWAY,
    WHOLE_URL,
    WITHOUT_A_KEY,
)
from ..members import Member, is_unknown
from ..verbatim import compose
from .refusals import Refusals
from .values import at, edges, holds_all, standing

Found = Iterator[Refused | Observed]
Edits = tuple[Edit, ...]

# What a page carries ------------------------------------------------------------------


def missigned(
    refusals: Refusals, operation: ir.Operation, recipe: ir.Signature
) -> Found:
    labels: list[Any] = [
        *(["key"] if recipe.key else []),
        *part_labels(recipe.parts),
        *(["separator"] if len(recipe.parts) > 1 else []),
        "algorithm",
    ]
    for label in labels:
        edits, fact = (Missigned(label),), f"signature.{label}"
        name = f"signature with another {label}"
        yield refusals.of(
            name, edits, "signature", fact, recipe.evidence, needs_code=True
        )
    if any(isinstance(part, ir.Digest) and part.minified for part in recipe.parts):
        both = (Spaced(), Missigned("minify"))
        name, fact = "signature of the body with its white space", "signature.minify"
        yield refusals.of(
            name, both, "signature", fact, recipe.evidence, needs_code=True
        )
    name, fact = "signature in another encoding", "signature.encoding"
    if is_unknown(recipe.encoding):
        why, edits = "hex or base64 is not said", (Missigned("encoding"),)
        yield Observed(id=name, edits=edits, why=why, fact=fact, evidence="unknown")
        return
    edits, evidence = (Missigned("encoding"),), recipe.encoding_evidence
    yield refusals.of(name, edits, "signature", fact, evidence, needs_code=True)
    yield from _misread(refusals, operation, recipe)
    yield from _signed_before(refusals, operation, recipe)


_WAYS: Final = {
    "order": ("of its parts in another order", "signature.separator"),
    "item-order": ("of its members in another order", "signature.fields"),
    "item-separator": ("of members joined otherwise", "signature.fields"),
    "with": ("with another value that is not sent", "signature.fields"),
    "empty": ("with or without empty values", "signature.fields"),
    "written": ("of members escaped otherwise", "signature.fields"),
    "letter-case": ("of text in another letter case", "signature.fields"),
}
"""What else can be wrong in what is signed, and the fact that it breaks."""
_WRITTEN: Final = {
    Missigned("case"): "in another letter case",
    Missigned("truncated"): "cut short",
    Missigned("whole", "and more"): "with more after it",
    Missigned("whole", "with another beginning"): "with another beginning",
    Missigned("whole", "with another end"): "with another end",
}
SEPARATORS: Final = ("", ":", "|", "\n", "::", ",", ".", "&")
"""What careless code puts between parts."""


def _misread(
    refusals: Refusals, operation: ir.Operation, recipe: ir.Signature
) -> Found:
    """Yield signatures of other parts, or of the right ones put together wrongly."""
    evidence = recipe.evidence
    for says, fact, edit in (*_put_together(recipe), *_of_others(refusals, recipe)):
        if _differs(refusals.contract, edit):
            name = f"signature {says}"
            yield refusals.of(
                name, (edit,), "signature", fact, evidence, needs_code=True
            )
    for edit, says in _WRITTEN.items():
        name, fact = f"signature {says}", "signature.encoding"
        yield refusals.of(
            name,
            (edit,),
            "signature",
            fact,
            recipe.encoding_evidence,
            needs_code=True,
        )


def _put_together(recipe: ir.Signature) -> Iterator[tuple[str, str, Missigned]]:
    for label, (says, fact) in _WAYS.items():
        yield says, fact, Missigned(label)
    for text in SEPARATORS if len(recipe.parts) > 1 else ():
        edit = Missigned("separator", text or "left out")
        yield f"with {text!r} between its parts", "signature.separator", edit
    if recipe.suffix:
        edit = Missigned("suffix")
        yield "with something else after it", "signature.suffix", edit


def _of_others(
    refusals: Refusals, recipe: ir.Signature
) -> Iterator[tuple[str, str, Missigned]]:
    for label, how in mistaken(refusals.contract, recipe):
        yield _says(label, how), f"signature.{label}", Missigned(label, how)
    for label in part_labels(recipe.parts):
        edit = Missigned(label, "left out")
        yield f"without its {label}", f"signature.{label}", edit


def _says(label: str, how: str) -> str:
    is_word = how in (
        *(AFTER_THE_NEXT, AT_THE_END, AT_THE_START, BY_ANOTHER_DIGEST),
        *(ITSELF, TAKEN_AWAY, WITHOUT_A_KEY, _ANOTHER_METHOD),
    )
    return f"with its {label} {how}" if is_word else f"with {how} for its {label}"


def _differs(contract: Contract, edit: Missigned) -> bool:
    """Tell whether a signature with *edit* wrong is another one."""
    assert contract.recipe is not None
    credentials = {each.name: each.example for each in contract.credentials}
    signed = _covered(contract, contract.example)
    right, wrong = (
        signature(contract.recipe, signed, credentials, *broken)
        for broken in ((), (edit.part, edit.how))
    )
    return right != wrong


def _covered(contract: Contract, document: Any) -> Signed:
    for source in contract.sources:
        if source.kind == "signature":
            document = drop(document, steps_of(source.pointer))
    left = document.get("body", {})
    body = json.dumps(left, ensure_ascii=False, separators=(",", ":")).encode()
    return signed_of(contract, document, body)


def _signed_before(
    refusals: Refusals, operation: ir.Operation, recipe: ir.Signature
) -> Found:
    """Yield a request of which a signed member was changed after it was signed."""
    contract = refusals.contract
    assert contract.recipe is not None
    credentials = {each.name: each.example for each in contract.credentials}
    for member in standing(operation, contract):
        good = at(contract.example, member)
        other = _another(member, good)
        if other is None:
            continue
        before, after = (
            signature(contract.recipe, _covered(contract, each), credentials)
            for each in (contract.example, put(contract.example, member.steps, other))
        )
        if before != after:
            edits = (SignedBefore(), Put(member.pointer, other))
            name = compose("{} changed after it was signed", member.fact)
            fact = "signature.key" if recipe.key else "signature.algorithm"
            yield refusals.of(
                name, edits, "signature", fact, recipe.evidence, needs_code=True
            )
            return


def _another(member: Member, good: Any) -> Any:
    """Return another valid value of a member that the caller passes; None for none."""
    if not isinstance(member.field.source, ir.Passed):
        return None
    for _, sample in edges(member, good):
        if sample.value != good and holds_all(member.field, sample.value):
            return sample.value
    is_text = isinstance(good, str) and isinstance(member.field.type, ir.Text)
    longer = compose("{}x", good)
    return longer if is_text and holds_all(member.field, longer) else None


# What one server is said to find ------------------------------------------------------


def mistaken(contract: Contract, recipe: ir.Signature) -> Iterator[tuple[str, str]]:
    """Yield each label of what is signed with what may be mistaken for it."""
    names = [each.name for each in contract.credentials]
    if recipe.algorithm.startswith("HMAC-"):
        yield from (("key", name) for name in names if name != recipe.key)
        yield "algorithm", WITHOUT_A_KEY
    labels = part_labels(recipe.parts)
    last = len(labels) - 1
    for at_part, (label, part) in enumerate(zip(labels, recipe.parts, strict=True)):
        if at_part < last - 1:
            yield label, AT_THE_END
        if at_part > 1:
            yield label, AT_THE_START
        if part == "method":
            yield label, _ANOTHER_METHOD
        if label not in labels[-1:]:
            yield label, AFTER_THE_NEXT
        if len(labels) > 1:
            yield label, TAKEN_AWAY
        if isinstance(part, ir.Digest):
            yield from ((label, BY_ANOTHER_DIGEST), (label, ITSELF))
        if isinstance(part, ir.FromCredential):
            yield from ((label, name) for name in names if name != part.name)


def near_signatures(
    contract: Contract, recipe: ir.Signature, spaced: Edits
) -> Iterator[tuple[str, Edits]]:
    """Yield signatures with one thing wrong, as careless code would not notice it.

    *spaced* is what puts white space into a text of the body.
    """
    labels = (*(["key"] if recipe.key else []), *part_labels(recipe.parts))
    others = tuple(mistaken(contract, recipe))
    for label in labels:
        is_plain = label == "key" and not recipe.algorithm.startswith("HMAC-")
        yield f"with another {label}", (Missigned(label),)
        for how in () if is_plain else _PARTS:
            yield f"with its {label} {how}", (Missigned(label, how),)
        for how in (how for of, how in others if of == label):
            yield _says(label, how), (Missigned(label, how),)
        for how in _slips(recipe, label):
            yield f"with its {label} {how}", (Missigned(label, how),)
    yield from _by_others(recipe)
    yield "with another separator", (Missigned("separator"),)
    for text in SEPARATORS:
        if text != recipe.separator:
            name = f"with {text!r} as separator" if text else "without separators"
            yield name, (Missigned("separator", text or "left out"),)
    yield "with another encoding", (Missigned("encoding"),)
    for encoding in _ENCODINGS:
        if encoding != recipe.encoding:
            yield f"in {encoding}", (Missigned("encoding", encoding),)
    yield "in other letter case", (Missigned("case"),)
    for how in _WHOLE:
        yield how, (Missigned("whole", how),)
    for how in _OF_SIGNS:  # not every signature has a sign that is another there
        for style in _STYLES:
            edits = (Missigned("whole", how), Written(style))
            yield f"{how}, of a body written {style}", edits
    yield from _of_bodies(contract, labels)
    if any(isinstance(part, ir.Digest) and part.minified for part in recipe.parts):
        label = "of the body with its white space"
        yield label, (Spaced(), Missigned("minify"))
        if spaced:
            label = "of the body without the white space in its texts"
            yield label, (*spaced, Missigned("minify", "everywhere"))


def _of_bodies(
    contract: Contract, labels: Sequence[str]
) -> Iterator[tuple[str, Edits]]:
    """Yield wrong signatures of JSON that is long, or that is not the one sent."""
    body = contract.example.get("body")
    covers = next((each for each in labels if each in ("body", "raw")), "")
    if covers and contract.body.format == "json" and body:
        yield "that is wrong, of a long body", (Missigned(labels[0]), Written("wide"))
        if json.dumps(body) != json.dumps(body, sort_keys=True):
            yield f"with its {covers} {SORTED}", (Missigned(covers, SORTED),)


def _by_others(recipe: ir.Signature) -> Iterator[tuple[str, Edits]]:
    """Yield signatures by other algorithms, with and without a key."""
    yield "with another algorithm", (Missigned("algorithm"),)
    if recipe.algorithm.startswith("HMAC-"):
        for how in (WITHOUT_A_KEY, KEY_BEFORE, KEY_AFTER):
            yield f"by a plain digest, {how}", (Missigned("algorithm", how),)
        for name in ("HMAC-MD5", "HMAC-SHA1"):
            if name != recipe.algorithm:
                yield f"by {name}", (Missigned("algorithm", name),)


def _slips(recipe: ir.Signature, label: str) -> Iterator[str]:
    """Yield what careless code makes of one part, by what it is."""
    by_label = dict(zip(part_labels(recipe.parts), recipe.parts, strict=True))
    part = by_label.get(label)
    if label == list(by_label)[-1]:
        yield "and a line end"
    if part == "timestamp":
        yield from ("without its zone", "with its zone written otherwise")
        yield from ("cut to ten characters", "a moment later")
    elif part == "path":
        yield from ("short at its beginning", "and a slash", WHOLE_URL)
    elif isinstance(part, ir.FromCredential):
        yield "after its scheme"
    elif isinstance(part, ir.Digest):
        yield from (ENCODED_OTHERWISE, OF_NOTHING)
        yield from (how for how, name in BY.items() if name != part.algorithm)


_ENCODINGS: Final = ("HEX", BASE64_OF_HEX)
_ANOTHER_METHOD: Final = "as another method"
OF_URLS: Final = "in the alphabet of URLs"
_OF_SIGNS: Final = (OF_URLS, "with blanks for plus signs")
_STYLES: Final[tuple[Style, ...]] = ("reversed", "escaped", "tabs")
_PARTS: Final = (
    "left out",
    "in other letter case",
    "cut in half",
    "short of a character",
)
_WHOLE: Final = (
    "cut in half",
    "short of a character",
    "short at its beginning",
    "with another beginning",
    "and more",
    "without padding",
    *_OF_SIGNS,
    "in quotes",
    "after a scheme",
    "after a word",
    "with another end",
    "with another last character",
    "with another padding",
    "backwards",
)
