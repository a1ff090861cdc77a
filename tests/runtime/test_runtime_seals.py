"""Envelopes around bodies: what stands in them, and what cannot be opened."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from specmill.harness import seals as other
from specmill.runtime.codecs import read, write
from specmill.runtime.declare import Body, Seal
from specmill.runtime.rsa import Unusable
from specmill.runtime.seals import opened, seal
from specmill.runtime.secret import Secret
from specmill.runtime.strict_json import Unreadable

KEY = "0123456789abcdef"
HOWS: list[Any] = ["AES-128-CBC", "AES-128-GCM", "AES-256-CBC", "AES-256-GCM"]
SHAPES = [
    {"member": "data"},
    {"member": "data", "vector_in": "iv"},
    {"encoding": "hex"},
    {"encoding": "base64url"},
]


def how(algorithm: Any, **more: Any) -> Seal:
    key = KEY * (int(algorithm.split("-")[1]) // 128)
    return Seal(algorithm=algorithm, secret=Secret(key), **more)


def theirs(mine: Seal) -> other.Seal:
    """Return the same envelope as the contract tests have it."""
    assert mine.secret is not None
    return other.Seal(
        algorithm=mine.algorithm,
        member=mine.member,
        encoding=mine.encoding,
        key_written=mine.key_written,
        vector_in=mine.vector_in,
        key=mine.secret.reveal(),
    )


@pytest.mark.parametrize("algorithm", HOWS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("content", [b"", b"0123456789abcdef", b'{"a": "\xc3\xa9"}'])
def test_what_one_seals_the_other_opens(
    algorithm: Any, shape: dict[str, Any], content: bytes
) -> None:
    mine = how(algorithm, **shape)

    assert content == other.opened(theirs(mine), seal(mine, content))
    assert content == opened(mine, other.sealed(theirs(mine), content))


def test_a_known_text_of_aes_is_opened() -> None:
    # Case 3 of the vectors that NIST published for AES-128 in the mode GCM.
    mine = Seal(
        algorithm="AES-128-GCM",
        encoding="hex",
        key_written="hex",
        secret=Secret("feffe9928665731c6d6a8f9467308308"),
    )
    text = (
        b"cafebabefacedbaddecaf888"
        b"42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
        b"21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091473f5985"
        b"4d5c2af327cd64a62cf35abd2ba6fab4"
    )

    assert opened(mine, text).hex().startswith("d9313225f88406e5a55909c5aff5269a")


@pytest.mark.parametrize("algorithm", HOWS)
def test_no_two_envelopes_are_alike(algorithm: Any) -> None:
    mine = how(algorithm)

    assert seal(mine, b"text") != seal(mine, b"text")


@pytest.mark.parametrize("algorithm", ["AES-128-GCM", "AES-256-GCM"])
@pytest.mark.parametrize("at", [0, 30, -1])
def test_a_changed_text_is_not_opened(algorithm: Any, at: int) -> None:
    mine = how(algorithm, encoding="hex")
    octets = bytearray.fromhex(seal(mine, b"a text of some length").decode())
    octets[at] ^= 1

    with pytest.raises(Unreadable, match=r"^it cannot be opened with the key$"):
        opened(mine, octets.hex().encode())


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"data": 7}', b'{"data": "%"}', b"[]", b'{"data": ""}']
)
def test_what_is_no_envelope_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        opened(how("AES-128-CBC", member="data"), body)


@pytest.mark.parametrize(
    ("key", "written"), [("short", "text"), (KEY, "hex"), ("%", "base64")]
)
def test_a_key_of_another_size_is_told_without_showing_it(
    key: str, written: Any
) -> None:
    mine = Seal(algorithm="AES-256-GCM", key_written=written, secret=Secret(key))
    with pytest.raises(Unusable, match=f"^is 32 octets, written in {written}$"):
        seal(mine, b"text")


def test_the_codec_of_the_format_is_behind_the_envelope() -> None:
    plain = Body(format="form")
    sealed = replace(plain, sealed=Seal(algorithm="base64", member="data"))
    content, media = write(sealed, {"a": "b c"})

    assert ("application/json", b'{"data":"YT1iK2M="}') == (media, content)
    assert {"a": "b c"} == read(sealed, content)
