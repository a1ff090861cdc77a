"""Signatures: what they are made of, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any, ClassVar

from ..light import dataclass
from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import (
    Either,
    Json,
    Listing,
    Record,
    Table,
    Text,
    Truth,
    Value,
    Written,
    key,
    word,
)
from .evidence import EVIDENCE
from .words import (
    ALGORITHMS,
    ANY_TEXT,
    DIGESTS,
    ENCODINGS,
    NAME,
    SIGNED_PLACE,
    SOME_TEXT,
    VECTOR_PLACE,
    WHERE,
)


@dataclass(frozen=True, slots=True)
class KeySource(Written):
    """The secret of a signature."""

    credential: str | None = key(NAME, "the credential that is the key", required=True)


@dataclass(frozen=True, slots=True)
class SignedWith(Written):
    """A value that is signed and not sent."""

    choices: ClassVar[tuple[str, ...]] = ("credential", "text")

    credential: str | None = key(NAME, "a credential")
    text: str | None = key(SOME_TEXT, "the same text every time")


@dataclass(frozen=True, slots=True)
class FieldsSpec(Written):
    """Members of the message that are signed, whichever are there."""

    of: tuple[str, ...] | None = key(
        Listing(SIGNED_PLACE), "where the members are", required=True
    )
    order: Any = key(
        Either(
            scalar=word("name", "documented"),
            sequence=Listing(Text("a wire name")),
        ),
        "in what order: by name, as documented, or these members and no others",
        required=True,
    )
    item: str | None = key(
        word("value", "pair"), "whether the name is signed with it", required=True
    )
    separator: str | None = key(
        ANY_TEXT, "what stands between two members", required=True
    )
    empty: str | None = key(
        word("left-out", "kept"), "what becomes of empty values", required=True
    )
    pair: str | None = key(
        ANY_TEXT, "what stands between name and value; =, if not said"
    )
    leaves_out: tuple[str, ...] | None = key(
        Listing(Text("a wire name")), "members that are not signed"
    )
    with_: dict[str, SignedWith] | None = key(
        Table(Record(lambda: SignedWith, "signed value"), at_least=1),
        "members that are signed in their place and not sent",
    )
    written: str | None = key(
        word("plain", "percent", "form"),
        "how names and values are escaped; plain, if not said",
    )
    strip: str | None = key(SOME_TEXT, "characters that are taken out of the values")
    case: str | None = key(word("upper", "lower"), "the letter case of it all")


@dataclass(frozen=True, slots=True)
class PartSpec(Written):
    """One part of what is signed that is not a word."""

    choices: ClassVar[tuple[str, ...]] = (
        "credential",
        "digest",
        "text",
        "field",
        "base64",
        "fields",
    )
    needs: ClassVar[MappingOf[str, str]] = {"minify": "digest", "as": "digest"}

    credential: str | None = key(NAME, "a credential")
    digest: str | None = key(word(*DIGESTS), "a digest of the body, in hex")
    minify: bool | None = key(Truth(), "whether white space is dropped before")
    as_: str | None = key(word(*ENCODINGS), "how the digest is written; hex otherwise")
    text: str | None = key(SOME_TEXT, "the same text every time")
    field: str | None = key(WHERE, "the value of one member; nothing if it is not sent")
    base64: str | None = key(word("body"), "the body in base64")
    fields: FieldsSpec | None = key(
        Record(lambda: FieldsSpec, "signed members"), "several members"
    )


@dataclass(frozen=True, slots=True)
class VectorSpec(Written):
    """A published example of a signature."""

    values: dict[str, Json] | None = key(
        Table(Value(), VECTOR_PLACE.pattern, VECTOR_PLACE.expects, at_least=1),
        "what is signed, by place: credentials.key, method, path, body.amount",
        required=True,
    )
    text: str | None = key(SOME_TEXT, "the text that is signed")
    signature: str | None = key(Text(), "the signature", required=True)
    evidence: Any = key(EVIDENCE, "where it is published")


def _parts() -> Listing:
    return Listing(
        Either(
            scalar=word("method", "path", "timestamp", "nonce", "body"),
            mapping=Record(lambda: PartSpec, "part"),
        ),
        repeats=True,
    )


@dataclass(frozen=True, slots=True)
class SignatureSpec(Written):
    """How a request is signed."""

    algorithm: str | None = key(word(*ALGORITHMS), "the algorithm")
    key_: KeySource | None = key(
        Record(lambda: KeySource, "key"), "the secret, or the private key of RSA"
    )
    parts: tuple[Any, ...] | None = key(_parts, "what is signed, in order")
    separator: str | None = key(ANY_TEXT, "what stands between the parts")
    encoding: str | None = key(
        word(*ENCODINGS, UNKNOWN), "how the signature is written"
    )
    suffix: tuple[Any, ...] | None = key(
        Listing(
            Either(scalar=SOME_TEXT, mapping=Record(lambda: KeySource, "suffix")),
            repeats=True,
        ),
        "what follows the signature, such as the index of the key",
    )
    query: str | None = key(
        word("included", "excluded", UNKNOWN), "whether the path part has the query"
    )
    vectors: tuple[VectorSpec, ...] | None = key(
        Listing(Record(lambda: VectorSpec, "vector")), "published examples"
    )
    evidence: Any = key(EVIDENCE, "where the recipe is documented")
    encoding_evidence: Any = key(EVIDENCE, "where the encoding is documented")


@dataclass(frozen=True, slots=True)
class ReplySignatureSpec(Written):
    """How a reply is signed; what is not said of key and algorithm is the call's."""

    at_: str | None = key(
        Text("a place such as headers.X-Sign", r"(?:headers|body)(?:\.[^.\s][^.]*)+"),
        "where in the reply the signature stands",
        required=True,
    )
    prefix: str | None = key(SOME_TEXT, "what stands before it")
    algorithm: str | None = key(word(*ALGORITHMS), "the algorithm")
    key_: KeySource | None = key(
        Record(lambda: KeySource, "key"), "the secret, or the public key of RSA"
    )
    parts: tuple[Any, ...] | None = key(
        _parts, "what is signed, in order", required=True
    )
    separator: str | None = key(
        ANY_TEXT, "what stands between the parts", required=True
    )
    encoding: str | None = key(word(*ENCODINGS), "how the signature is written")
    suffix: tuple[Any, ...] | None = key(
        Listing(
            Either(scalar=SOME_TEXT, mapping=Record(lambda: KeySource, "suffix")),
            repeats=True,
        ),
        "what follows the signature",
    )
    evidence: Any = key(EVIDENCE, "where it is documented", required=True)
