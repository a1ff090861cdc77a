"""RSA signatures of PKCS #1 v1.5, with the library cryptography.

The library is loaded when the first such signature is made: a package whose partners do
not use RSA does without it.
"""

from __future__ import annotations

import hashlib
import importlib
from typing import Any, Final

_MISSING: Final = (
    "needs the library cryptography, which is not installed; it is in the extra 'rsa'"
)

_KEPT: Final[dict[bytes, Any]] = {}
"""Keys that were loaded, by a digest of their text: to load one takes a quarter second."""
_MOST: Final = 16


class Unusable(ValueError):
    """A key cannot be used; the text says why and holds nothing of it."""


def check(kind: str, key: str) -> None:
    """Look at a key before it is needed; Unusable where it is no *kind* key of RSA."""
    if kind == "private":
        _private(key)
    else:
        check_public(key)


def signed(key: str, message: bytes, digest: str) -> bytes:
    """Return the signature of *message* by the private *key* in PEM; else Unusable."""
    private = _private(key)
    made: bytes = private.sign(message, *_scheme(digest))
    return made


def verified(key: str, message: bytes, signature: bytes, digest: str) -> bool:
    """Tell whether *signature* was made of *message* by the owner of the public *key*.

    The key is in PEM, alone or in a certificate; Unusable for anything else.
    """
    public = _public(key)
    invalid = importlib.import_module("cryptography.exceptions").InvalidSignature
    try:
        public.verify(signature, message, *_scheme(digest))
    except invalid:
        return False
    return True


def check_public(key: str) -> None:
    """Raise Unusable where nothing can be verified with *key*."""
    _public(key)


def _private(key: str) -> Any:
    serialization = _module("primitives.serialization")
    private = _loaded(
        key,
        "a private key of RSA in PEM, without a password",
        lambda octets: serialization.load_pem_private_key(octets, password=None),
    )
    # Keys of other kinds, such as those of an elliptic curve, load as well.
    if not hasattr(private, "decrypt"):
        raise Unusable("is a private key of RSA in PEM, without a password")
    return private


def _public(key: str) -> Any:
    serialization = _module("primitives.serialization")
    says = "a public key of RSA in PEM, or a certificate with one"
    if "BEGIN CERTIFICATE" in key:
        x509 = importlib.import_module("cryptography.x509")
        public = _loaded(
            key,
            says,
            lambda octets: x509.load_pem_x509_certificate(octets).public_key(),
        )
    else:
        public = _loaded(key, says, serialization.load_pem_public_key)
    if not hasattr(public, "public_numbers") or not hasattr(public, "encrypt"):
        raise Unusable(f"is {says}")
    return public


def _loaded(key: str, says: str, load: Any) -> Any:
    # A variable of the environment holds the line ends of a key as backslash and n.
    octets = key.replace("\\n", "\n").encode("utf-8")
    name = hashlib.sha256(says.encode() + octets).digest()
    kept = _KEPT.get(name)
    if kept is not None:
        return kept
    try:
        loaded = load(octets)
    except Exception:
        # The library's own errors differ from version to version, and may quote the key.
        raise Unusable(f"is {says}") from None
    if len(_KEPT) >= _MOST:
        _KEPT.clear()
    _KEPT[name] = loaded
    return loaded


def _scheme(digest: str) -> tuple[Any, Any]:
    hashes, padding = (
        _module("primitives.hashes"),
        _module("primitives.asymmetric.padding"),
    )
    return padding.PKCS1v15(), getattr(hashes, digest.upper())()


def _module(name: str) -> Any:
    try:
        return importlib.import_module(f"cryptography.hazmat.{name}")
    except ImportError:
        raise Unusable(_MISSING) from None
