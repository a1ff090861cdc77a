"""Keys of RSA for the tests: one pair of our own to a process, and the numbers of any."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any, Final

MADE_UP: Final = ("rsa-private-key", "rsa-public-key")
"""What stands in a contract document where the tests make a key up."""


def made_up(word: str) -> str:
    """Return our own private or public key in PEM, by its word of `MADE_UP`."""
    key, serialization = _pair(0), _module("primitives.serialization")
    encoding = serialization.Encoding.PEM
    if word == "rsa-public-key":
        public = serialization.PublicFormat.SubjectPublicKeyInfo
        return str(key.public_key().public_bytes(encoding, public).decode())
    private, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return str(key.private_bytes(encoding, private, plain).decode())


@cache
def private_numbers(pem: str, other: bool = False) -> tuple[int, int]:
    """Return modulus and private exponent of a key in PEM.

    Of a public key they are those of our own, which alone we can sign by; *other* asks
    for a key that nobody knows.
    """
    if other:
        key = _pair(1)
    elif "PRIVATE KEY" in pem:
        octets = pem.replace("\\n", "\n").encode()
        load = _module("primitives.serialization").load_pem_private_key
        key = load(octets, password=None)
    else:
        key = _pair(0)
    numbers = key.private_numbers()
    return numbers.public_numbers.n, numbers.d


@cache
def _pair(number: int) -> Any:
    return _module("primitives.asymmetric.rsa").generate_private_key(65537, 2048)


def _module(name: str) -> Any:
    return importlib.import_module(f"cryptography.hazmat.{name}")
