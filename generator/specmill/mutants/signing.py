"""Servers that hold signatures and credentials to something else, or to less."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..harness.contract import Contract
from ..harness.judge import Fault, Judgement, Kind, Received, expected_signature
from ..harness.pointers import Json, found, put, steps_of
from ..harness.recipes import Part, Recipe, Source
from ..harness.slips import HOW
from ..light import dataclass
from . import Mutant
from .seams import Change, Judged, Known, lowered


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers with another recipe, a laxer comparison, or no check at all."""
    if contract.recipe is not None:
        yield from _other_recipes(contract, contract.recipe)
        yield from _more_recipes(contract, contract.recipe)
        if contract.played is not None and contract.body.format == "json":
            yield from _less(contract, contract.recipe)
    for source in contract.sources:
        # What an environment knows of credentials stands in its checks.
        if source.kind == "signature" or contract.played is None:
            yield from _compared(contract, source)


# Recipes ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Other:
    """A recipe that is not the page's."""

    label: str
    fact: str
    recipe: Recipe


_ALGORITHMS: Final = {
    **dict.fromkeys(("HMAC-MD5", "HMAC-SHA1", "HMAC-SHA512"), "HMAC-SHA256"),
    **dict.fromkeys(("MD5", "SHA1", "SHA512"), "SHA256"),
    "HMAC-SHA256": "HMAC-SHA512",
    "SHA256": "SHA512",
    "RSA-SHA256": "RSA-SHA512",
    "RSA-SHA512": "RSA-SHA256",
}
_DIGESTS: Final = {
    **dict.fromkeys(("MD5", "SHA-1", "SHA-512"), "SHA-256"),
    "SHA-256": "SHA-512",
}
_ENCODINGS: Final = {
    "hex": "base64",
    "HEX": "hex",
    "base64": "hex",
    "base64url": "base64",
}
_SEPARATORS: Final = ("", ":", "|", "\n", "::")


def _others(contract: Contract, recipe: Recipe) -> Iterator[_Other]:
    algorithm, encoding = _ALGORITHMS[recipe.algorithm], _ENCODINGS[recipe.encoding]
    yield _Other(algorithm, "signature.algorithm", replace(recipe, algorithm=algorithm))
    yield _Other(encoding, "signature.encoding", replace(recipe, encoding=encoding))
    if algorithm.startswith("HMAC-"):
        plain = replace(recipe, algorithm=recipe.algorithm.removeprefix("HMAC-"))
        yield _Other("no key", "signature.algorithm", plain)
    for separator in _SEPARATORS:
        if separator != recipe.separator:
            other = replace(recipe, separator=separator)
            yield _Other(f"the separator {separator!r}", "signature.separator", other)
    for credential in contract.credentials:
        if recipe.key not in ("", credential.name):
            other = replace(recipe, key=credential.name)
            yield _Other(f"{credential.name} as the key", "signature.key", other)
    queried = replace(recipe, signs_query=not recipe.signs_query)
    if contract.schema["properties"]["query"]["properties"]:
        yield _Other("the query signed otherwise", "signature.path", queried)
    for number, part in enumerate(recipe.parts):
        yield from _other_parts(contract, recipe, number, part)


def _other_parts(
    contract: Contract, recipe: Recipe, number: int, part: Part
) -> Iterator[_Other]:
    before, after = recipe.parts[:number], recipe.parts[number + 1 :]
    fact = f"signature.{part.kind}"
    left = replace(recipe, parts=(*before, *after))
    yield _Other(f"{part.kind} left out", fact, left)
    if after:
        parts = (*before, after[0], part, *after[1:])
        label = f"{part.kind} after {after[0].kind}"
        yield _Other(label, fact, replace(recipe, parts=parts))
    if len(after) > 1:
        last = replace(recipe, parts=(*before, *after, part))
        yield _Other(f"{part.kind} at the end", fact, last)
    for label, name, other in _changed(contract, part):
        parts = (*before, other, *after)
        yield _Other(label, name, replace(recipe, parts=parts))


def _changed(contract: Contract, part: Part) -> Iterator[tuple[str, str, Part]]:
    if part.kind == "body":
        digest = _DIGESTS[part.name]
        yield f"{digest} of the body", "signature.body", replace(part, name=digest)
        if not part.minified:
            yield "the body itself", "signature.body", replace(part, kind="raw")
        fact = "signature.minify" if part.minified else "signature.body"
        other = replace(part, minified=not part.minified)
        yield "the body with or without its white space", fact, other
    if part.kind == "credential":
        for each in contract.credentials:
            if each.name != part.name:
                other = replace(part, name=each.name)
                yield f"{each.name} as a part", "signature.credential", other


def _other_recipes(contract: Contract, recipe: Recipe) -> Iterator[Mutant[Change]]:
    """Yield servers that expect another signature."""
    for other in _others(contract, recipe):
        yield Mutant(
            id=f"signature with {other.label}",
            fact=other.fact,
            says=f"the signature is due with {other.label}",
            change=Change(told_by="acceptance", contract=_by(other.recipe)),
        )


def _by(recipe: Recipe) -> Callable[[Contract], Contract]:
    return lambda contract: replace(contract, recipe=recipe)


def _more_recipes(contract: Contract, recipe: Recipe) -> Iterator[Mutant[Change]]:
    """Yield servers that take the documented signature, and another one as well."""
    for other in _others(contract, recipe):
        yield Mutant(
            id=f"signature also with {other.label}",
            fact=other.fact,
            says=f"the signature is also taken with {other.label}",
            change=Change(told_by="refusal", judged=_also_by(other.recipe)),
        )


def _also_by(recipe: Recipe) -> Judged:
    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        contract = replace(known.contract, recipe=recipe)
        other = expected_signature(
            contract, received, judgement.document, known.credentials
        )
        came = [
            found(judgement.document, steps_of(lowered(source.pointer)))
            for source in contract.sources
            if source.kind == "signature"
        ]
        return _forgiven(judgement, "signature") if came == [other] else judgement

    return judged


# Less than what is sent ---------------------------------------------------------------

_LONG: Final = 1500
"""More octets than a request of the page has."""


def _less(contract: Contract, recipe: Recipe) -> Iterator[Mutant[Change]]:
    """Yield servers that hold the signature to another body or time than what came."""
    parts = {part.kind for part in recipe.parts}
    covers = next((each for each in ("body", "raw") if each in parts), "")
    rows: list[tuple[str, str, Judged]] = []
    if covers and "body" in contract.example:
        rows = [
            (covers, "a body in the order of its names", _also_of(_by_names)),
            (covers, "a body that is long", _unless_long),
        ]
    if "timestamp" in parts and contract.clock is not None:
        rows.append(("timestamp", "a time of the same minute", _within(contract.clock)))
    for part, label, judged in rows:
        yield Mutant(
            id=f"signature of {label}",
            fact=f"signature.{part}",
            says=f"the signature is taken for {label}",
            change=Change(told_by="refusal", judged=judged),
        )


def _by_names(body: bytes) -> bytes:
    try:
        members = json.loads(body)
    except ValueError:
        return body
    layout: dict[str, Any] = {"sort_keys": True, "separators": (",", ":")}
    return json.dumps(members, ensure_ascii=False, **layout).encode("utf-8")


def _also_of(make: Callable[[bytes], bytes]) -> Judged:
    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        other = replace(received, body=make(received.body))
        return _taken(known, other, judgement, judgement.document)

    return judged


def _unless_long(known: Known, received: Received, judgement: Judgement) -> Judgement:
    is_long = len(received.body) > _LONG
    return _forgiven(judgement, "signature") if is_long else judgement


def _within(clock: Source) -> Judged:
    at = steps_of(lowered(clock.pointer))

    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        time = found(judgement.document, at)
        for _ in range(10 if isinstance(time, str) else 0):
            document = put(judgement.document, at, time)
            judgement = _taken(known, received, judgement, document)
            time = HOW["a moment later"](time)
        return judgement

    return judged


def _taken(
    known: Known, other: Received, judgement: Judgement, document: Json
) -> Judgement:
    """Return *judgement* without what is wrong in a signature that is right of *other*."""
    due = expected_signature(known.contract, other, document, known.credentials)
    told = {
        found(judgement.document, steps_of(lowered(source.pointer)))
        for source in known.contract.sources
        if source.kind == "signature"
    }
    return _forgiven(judgement, "signature") if told == {due} else judgement


# Comparisons --------------------------------------------------------------------------

Compared = Callable[[str, str], bool]
"""Whether what came passes for what is due; neither is the other."""

LAXER: Final[dict[str, tuple[str, Compared]]] = {
    "not checked": ("is not checked", lambda came, due: True),
    "in any letter case": (
        "is compared in any letter case",
        lambda came, due: came.lower() == due.lower(),
    ),
    "by its beginning": (
        "is compared up to the end of what came",
        lambda came, due: came != "" and due.startswith(came),
    ),
    "with more after it": (
        "is compared up to the end of what is due",
        lambda came, due: came.startswith(due),
    ),
    "by its first half": (
        "is compared in its first half",
        lambda came, due: came[: len(due) // 2] == due[: len(due) // 2],
    ),
    "by its last half": (
        "is compared in its last half",
        lambda came, due: came[-(len(due) // 2) :] == due[-(len(due) // 2) :],
    ),
    "by its length": (
        "is compared by its length",
        lambda came, due: len(came) == len(due),
    ),
    "by all but its last character": (
        "is compared without its last character",
        lambda came, due: came[:-1] == due[:-1],
    ),
    "by all but its first character": (
        "is compared without its first character",
        lambda came, due: came[1:] == due[1:],
    ),
    "without its padding": (
        "is compared without its padding",
        lambda came, due: came.rstrip("=") == due.rstrip("="),
    ),
}
"""Ways to compare two texts that let more through, by label, and what they say."""


def _compared(contract: Contract, source: Source) -> Iterator[Mutant[Change]]:
    is_signature = source.kind == "signature"
    if source.kind in ("clock", "nonce"):
        return
    at = ".".join(steps_of(source.pointer))
    for label, (says, passes) in LAXER.items():
        if _can_matter(contract, source, passes):
            kind: Kind = "signature" if is_signature else "credential"
            yield Mutant(
                id=f"{at} {label}",
                fact=_comparing_fact(contract, source, label),
                says=f"{at} {says}",
                change=Change(
                    told_by="refusal",
                    judged=_passing(source, kind, passes),
                    forgives=kind,
                    left_open=_left_open(contract, source),
                ),
            )


def _left_open(contract: Contract, source: Source) -> str:
    """Return why no other value is refused for sure: only secrets are said to be checked."""
    is_secret = any(
        each.secret for each in contract.credentials if each.name in source.names
    )
    if source.kind == "signature" or is_secret or contract.played is not None:
        return ""
    return "the page says of secrets alone that another one is refused"


def _comparing_fact(contract: Contract, source: Source, label: str) -> str:
    """Return the fact that says what is compared: the code that answers another value."""
    kind = "signature" if source.kind == "signature" else "credential"
    if kind == "signature" and "padding" in label:
        return "signature.encoding"
    codes = contract.refusals(kind)
    if contract.played is not None or not codes:
        return ".".join(steps_of(source.pointer))
    return f"codes.{codes[0].code}"


def _start(source: Source) -> str:
    return "Basic " if source.kind == "basic" else source.prefix


def _can_matter(contract: Contract, source: Source, passes: Compared) -> bool:
    """Tell whether a text can be that only *passes* lets through."""
    due = source.carried({each.name: each.example for each in contract.credentials})
    if due is None:
        assert contract.recipe is not None
        is_hex = contract.recipe.encoding == "hex"
        due = "0123456789abcdef" if is_hex else "0123456789ABcdef=="
    return can_pass(due.removeprefix(_start(source)), passes)


def can_pass(due: str, passes: Compared) -> bool:
    """Tell whether a text that is not *due* can pass for it."""
    near = (due.swapcase(), due[:-1], f"{due}x", due.rstrip("="), f"x{due[1:]}", "x")
    return any(came != due and passes(came, due) for came in near)


def _passing(source: Source, kind: str, passes: Compared) -> Judged:
    """Return a judgement that forgives what *passes* at the place of *source*."""
    at = lowered(source.pointer)

    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        came = found(judgement.document, steps_of(at))
        due = source.carried(known.credentials)
        if due is None:
            text = expected_signature(
                known.contract, received, judgement.document, known.credentials
            )
            due = source.prefix + text
        own = _start(source)
        is_near = isinstance(came, str) and passes(
            came.removeprefix(own), due.removeprefix(own)
        )
        return _forgiven(judgement, kind, at) if is_near else judgement

    return judged


def _forgiven(judgement: Judgement, kind: str, at: str = "") -> Judgement:
    """Return *judgement* without the faults of *kind*, at one place where it is named."""
    return Judgement(judgement.document, tuple(_kept(judgement, kind, at)))


def _kept(judgement: Judgement, kind: str, at: str) -> Iterator[Fault]:
    for fault in judgement.faults:
        if fault.kind != kind or (at and fault.pointer != at):
            yield fault
