"""Texts that break out of what they are written into, hide in it or change on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

BEGIN, END = "Aq", "Zq"
"""What every text begins and ends with, so that a name can be made of it."""

QUOTES = ("'", '"', '"""', "'''", "\\", "\\\\", '\\"', "`", "```")
TEMPLATES = (
    "{{ e }}",
    "{% e %}",
    "{# e #}",
    "{e}",
    "{0}",
    "{",
    "}}",
    "%s",
    "%(e)s",
    "$e",
)
PYTHON = (
    '"""\nimport os\n"""',
    "')\nassert 0  # ",
    "\\N{DIGIT ONE}",
    "# noqa",
    "# type: ignore",
)
MARKUP = (
    "</script>",
    "-->",
    "<!--",
    "&amp;",
    "]]>",
    "<b>",
    "|",
    "*/",
    "_x_",
    "[a](b)",
    "~~",
)
SPACES = ("\u00a0", "\u2003", "\u3000", "\t", "\n", "\r\n", "\n# ", "\n- ", "\n```\n")
LETTERS = (
    "\u00e9",
    "e\u0301",
    "\u212a",
    "\ufb01",
    "\uff53",
    "\u0130",
    "\u4e2d",
    "\U0001f600",
)
PLAIN = (
    " ",
    "a",
    "9",
    "-",
    ".",
    "/",
    "~1",
    ":",
    ", ",
    "; ",
    "yes",
    "0x1f",
    "@id",
    "#1",
    "..",
)
HIDDEN = (
    *("\x00", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x7f", "\x85", "\x9b"),
    *("\u00ad", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff"),
    *("\ud800", "\udfff", "\ufffe", "\ufff9", "\U000e0041", "\ue000", "\U000f0000"),
)
"""What no generated file and no line on a terminal may hold as it is."""

OPEN = (*QUOTES, *TEMPLATES, *PYTHON, *MARKUP, *SPACES, *LETTERS, *PLAIN)

SIGNS = (
    BEGIN
    + "\"'\\ {{ e }}{f}%s #\"\"\"''' </script>-->|`*_[x](y)<b>&amp; \u00e9\u00a0\u4e2d\U0001f600\ue000"
    + END
)
"""Much of it on one line, tried everywhere."""


def hostile(place: str) -> st.SearchStrategy[str]:
    """Return texts of such parts, other ones at every *place*; a few are long."""
    return st.integers(0, 2**32 - 1).map(lambda seed: _made(Random(f"{place} {seed}")))


def _made(random: Random) -> str:
    pieces = random.choices(OPEN, k=random.randint(1, 8))
    if random.random() < 0.25:
        pieces.insert(random.randint(0, len(pieces)), random.choice(HIDDEN))
    times = 300 if random.random() < 0.05 else 1
    return BEGIN + "".join(pieces) * times + END


def blanked(text: str, kept: str = "") -> str:
    """Return *text* with the letters and digits of ASCII, what is *kept*, and dashes."""
    return re.sub(rf"[^A-Za-z0-9{kept}]", "-", text)


def forms(text: str) -> Iterator[str]:
    """Yield *text* as it is, as a literal, a sentence, a JSON pointer, a pattern has it."""
    pointed = text.replace("~", "~0").replace("/", "~1")
    matched = re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", text)
    for each in (text, pointed, matched, re.escape(text)):
        quoted = json.dumps(each, ensure_ascii=False)[1:-1]
        yield from (each, quoted, json.dumps(quoted, ensure_ascii=False)[1:-1])
        escaped = ascii(each)[1:-1]
        yield from (escaped, escaped.replace("\\'", "'").replace('"', r"\""))
