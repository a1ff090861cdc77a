"""The document as bytes: the same on every machine, and read alike by every reader."""

from __future__ import annotations

import json
import re
from typing import Any, Final, Literal

import yaml

from ..diagnostics import UNSEEN

Notation = Literal["yaml", "json"]

_PLAIN: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.-]*(?: [A-Za-z][A-Za-z0-9_.-]*)*")
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that one version of YAML or another takes for more than text."""


def written(document: Any, notation: Notation) -> str:
    """Return *document* as text that ends in a line break.

    What nobody sees is written as escapes, which both notations read back.
    """
    if notation == "json":
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    else:
        text = yaml.dump(
            document,
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            width=100_000,
        )
    return UNSEEN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    """Return a character of a quoted text as JSON has it; YAML has most so already."""
    return json.dumps(found[0])[1:-1]


class _Dumper(yaml.SafeDumper):
    """Quotes every text that any version of YAML could take for something else."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    is_plain = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
    style = None if is_plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
