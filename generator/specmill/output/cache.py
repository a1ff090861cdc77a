"""A store of bytes by the digest of what they follow from, in a local folder.

Nothing depends on it but speed: it may be deleted at any time, shared by runs at the
same time, unwritable or damaged, and a run ends with the same bytes.
"""

from __future__ import annotations

import hashlib
import os

_DIGEST_SIZE = 32


def digest(*parts: str | bytes) -> str:
    """Return a SHA-256 in hex that no other sequence of *parts* has.

    Each part goes in with its kind and length, so that neither moving a boundary nor
    passing bytes for text gives the same digest.
    """
    total = hashlib.sha256()
    for part in parts:
        kind = "text" if isinstance(part, str) else "bytes"
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(f"{kind} {len(raw)}:".encode())
        total.update(raw)
    return total.hexdigest()


class Cache:
    """Entries are files that open with a digest of their key and content."""

    def __init__(self, folder: str | os.PathLike[str] = ".specmill-cache") -> None:
        self._folder = os.path.abspath(folder)

    def fetch(self, key: str) -> bytes | None:
        """Return what was stored under *key*; None if nothing whole is there."""
        try:
            with open(self._place(key), "rb") as entry:
                seal, content = entry.read(_DIGEST_SIZE), entry.read()
        except OSError:
            return None
        return content if seal == _seal(key, content) else None

    def store(self, key: str, content: bytes) -> bool:
        """Keep *content* under *key*, if the folder lets us; tell whether it did."""
        place = self._place(key)
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            _replace(place, _seal(key, content) + content)
            ignored = os.path.join(self._folder, ".gitignore")
            if not os.path.exists(ignored):
                _replace(ignored, b"*\n")
        except OSError:
            return False  # slower next time, not wrong
        return True

    def _place(self, key: str) -> str:
        name = digest(key)
        return os.path.join(self._folder, name[:2], name[2:])


def _seal(key: str, content: bytes) -> bytes:
    return bytes.fromhex(digest(key, content))


def _replace(place: str, content: bytes) -> None:
    draft = f"{place}.{os.urandom(6).hex()}"
    try:
        with open(draft, "xb") as entry:
            entry.write(content)
        os.replace(draft, place)
    except BaseException:
        if os.path.exists(draft):
            os.unlink(draft)
        raise
