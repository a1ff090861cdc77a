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
        place, sealed = self._place(key), _seal(key, content) + content
        try:
            try:
                _create(place, sealed)
            except FileNotFoundError:
                self._open(os.path.dirname(place))
                _create(place, sealed)
        except FileExistsError:  # and may be damaged
            return _is_replaced(place, sealed)
        except OSError:
            return False  # slower next time, not wrong
        return True

    def _open(self, folder: str) -> None:
        os.makedirs(folder, exist_ok=True)
        ignored = os.path.join(self._folder, ".gitignore")
        if not os.path.exists(ignored):
            _is_replaced(ignored, b"*\n")

    def _place(self, key: str) -> str:
        name = digest(key)
        return os.path.join(self._folder, name[:2], name[2:])


def _seal(key: str, content: bytes) -> bytes:
    return bytes.fromhex(digest(key, content))


def _create(place: str, content: bytes) -> None:
    """Write an entry that is not there: if it is seen half written, its seal tells."""
    opened = os.open(place, _CREATE, 0o666)
    try:
        while content := content[os.write(opened, content) :]:
            pass
    except BaseException:
        os.unlink(place)
        raise
    finally:
        os.close(opened)


_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _is_replaced(place: str, content: bytes) -> bool:
    """Put *content* in place of what is there, at once; tell whether that could be done."""
    draft = f"{place}.{os.urandom(6).hex()}"
    try:
        _create(draft, content)
    except OSError:
        return False
    try:
        os.replace(draft, place)
    except OSError:
        os.unlink(draft)
        return False
    return True
