"""What can be wrong in a signature or in what it covers, by the words that say it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

_OF_URLS: Final = str.maketrans("+/", "-_")
_ZONE: Final = re.compile("([+-][0-9]{2}:?[0-9]{2}|Z)$")
_LAST_OF_TIME: Final = re.compile("[0-9](?=[^0-9]*([+-][0-9]{2}:?[0-9]{2})?$)")


def _other_zone(zone: re.Match[str]) -> str:
    """Return the same zone with or without its colon; Z in digits."""
    if zone[0] == "Z":
        return "+00:00"
    bare = zone[0].replace(":", "")
    return bare if ":" in zone[0] else f"{bare[:3]}:{bare[3:]}"


def _a_moment_later(text: str) -> str:
    """Return a time with the last digit before its zone, if it has one, counted up."""
    return _LAST_OF_TIME.sub(lambda digit: str((int(digit[0]) + 1) % 10), text, count=1)


def _exchanged(text: str) -> str:
    """Return *text* with its last character counted up, which base64 may not show."""
    return text[:-1] + (chr(ord(text[-1]) + 1) if text[-1:].isalnum() else "A")


HOW: Final[Mapping[str, Callable[[str], str]]] = {
    "left out": lambda text: "",
    "in other letter case": str.swapcase,
    "cut in half": lambda text: text[: len(text) // 2],
    "short of a character": lambda text: text[:-1],
    "short at its beginning": lambda text: text[1:],
    "with another beginning": lambda text: ("A" if text[:1] != "A" else "B") + text[1:],
    "and more": lambda text: f"{text}A",
    "without padding": lambda text: text.rstrip("="),
    "in the alphabet of URLs": lambda text: text.translate(_OF_URLS),
    "in quotes": lambda text: f'"{text}"',
    "after a scheme": lambda text: f"sha512={text}",
    "after a word": lambda text: f"Signature {text}",
    "with another last character": lambda text: _exchanged(text.rstrip("=")) + "==",
    "with another end": lambda text: text[:-4] + text[-4:].swapcase(),
    "with another padding": lambda text: text[:-1] + ("A" if text[-1:] != "A" else "B"),
    "backwards": lambda text: text[::-1],
    "after its scheme": lambda text: f"Bearer {text}",
    "and a slash": lambda text: f"{text}/",
    "and a line end": lambda text: f"{text}\n",
    "without its zone": lambda text: re.sub("([+-][0-9:]+|Z)$", "", text),
    "with its zone written otherwise": lambda text: _ZONE.sub(_other_zone, text),
    "cut to ten characters": lambda text: text[:10],
    "a moment later": _a_moment_later,
    "as another method": lambda text: "GET" if text != "GET" else "POST",
    "with blanks for plus signs": lambda text: text.replace("+", " "),
}
"""What else can be wrong with a part of what is signed, or with the signature itself."""
AFTER_THE_NEXT: Final = "after the next"
AT_THE_END: Final = "at the end"
AT_THE_START: Final = "at the start"
BY_ANOTHER_DIGEST: Final = "by another digest"
TAKEN_AWAY: Final = "and its separator left out"
BASE64_OF_HEX: Final = "base64 of hex"
OF_NOTHING: Final = "of an empty body"
SORTED: Final = "in the order of its names"
ENCODED_OTHERWISE: Final = "in another encoding"
ITSELF: Final = "as the body itself"
WHOLE_URL: Final = "as the whole URL"
BY: Final = {f"by {name}": name for name in ("MD5", "SHA-1", "SHA-256", "SHA-512")}
"""What a body may be digested by instead, and how that is said."""
WITHOUT_A_KEY: Final = "without a key"
KEY_BEFORE: Final = "of its key before the rest"
KEY_AFTER: Final = "of its key after the rest"
TOLD: Final = (
    AFTER_THE_NEXT,
    AT_THE_END,
    AT_THE_START,
    BY_ANOTHER_DIGEST,
    TAKEN_AWAY,
    OF_NOTHING,
    SORTED,
    ENCODED_OTHERWISE,
    ITSELF,
    WHOLE_URL,
    *BY,
)
"""What is wrong with a part among the others, and not with its text."""
