"""Texts that break out of what they are written into, hide in it or change on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from hypothesis import strategies as st

BEGIN, END = "Aq", "Zq"
"""What every text begins and ends with, so that a name can be made of it."""

QUOTES = ("'", '"', '"""', "'''", "\\", "\\\\", '\\"', "`", "```")
TEMPLATES = ("{{ e }}", "{% e %}", "{# e #}", "{e}", "{0}", "{", "}}", "%s", "%(e)s", "$e")
PYTHON = ('"""\nimport os\n"""', "')\nassert 0  # ", "\\N{DIGIT ONE}", "# noqa", "# type: ignore")
MARKUP = ("</script>", "-->", "<!--", "&amp;", "]]>", "<b>", "|", "*/", "_x_", "[a](b)", "~~")
SPACES = ("\u00a0", "\u2003", "\u3000", "\t", "\n", "\r\n", "\n# ", "\n- ", "\n```\n")
LETTERS = ("\u00e9", "e\u0301", "\u212a", "\ufb01", "\uff53", "\u0130", "\u4e2d", "\U0001f600")
PLAIN = (" ", "a", "9", "-", ".", "/", "~1", ":", ", ", "; ", "yes", "0x1f", "@id", "#1", "..")
HIDDEN = (
    *("\x00", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x7f", "\x85", "\x9b"),
    *("\u00ad", "\u200b", "\u200d", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff"),
    *("\ud800", "\udfff", "\ufffe", "\ufff9", "\U000e0041", "\ue000", "\U000f0000"),
)
"""What no generated file and no line on a terminal may hold as it is."""

OPEN = (*QUOTES, *TEMPLATES, *PYTHON, *MARKUP, *SPACES, *LETTERS, *PLAIN)

SIGNS = BEGIN + "\"'\\ {{ e }}{f}%s #\"\"\"''' </script>-->|`*_[x](y)<b>&amp; \u00e9\u00a0\u4e2d\U0001f600" + END
"""Much of it on one line, tried everywhere."""


def hostile() -> st.SearchStrategy[str]:
    """Return texts of such parts, a few of them long."""
    pieces = st.lists(st.sampled_from(OPEN), max_size=6).map("".join)
    mixed = st.tuples(pieces, st.sampled_from(("", "", "", *HIDDEN)), pieces)
    whole = mixed.map("".join)
    long = st.builds(lambda text, times: text * times, whole, st.sampled_from((1, 1, 300)))
    return long.map(lambda inner: BEGIN + inner + END)


def blanked(text: str) -> str:
    """Return *text* with the same letters and digits of ASCII and nothing else."""
    return re.sub(r"[^A-Za-z0-9]", "-", text)


def forms(text: str) -> Iterator[str]:
    """Yield *text* as it is, as a sentence quotes it, a JSON pointer, a pattern has it."""
    pointed = text.replace("~", "~0").replace("/", "~1")
    matched = re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", text)
    for each in (text, pointed, matched):
        quoted = json.dumps(each, ensure_ascii=False)[1:-1]
        yield from (each, quoted, json.dumps(quoted, ensure_ascii=False)[1:-1])
        yield ascii(each)[1:-1]
