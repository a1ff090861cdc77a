"""Failed cases as bug reports in labeled parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from .text import anchor
from .views import Failure, Part

Json = Any
_LABEL: Final = re.compile(
    r"(due|sent|came|arrived|again|page|the page says [^:]*): ?", re.S
)
_LABELS: Final = {
    "due": "What is due",
    "sent": "What was sent",
    "came": "What came back",
    "arrived": "What arrived",
    "again": "To see it again",
    "page": "Page",
}


def failures(found: Json) -> Iterator[Failure]:
    """Yield the failed cases of an operation as bug reports."""
    failed = (each for each in found["cases"] if each["outcome"] == "failed")
    for number, case in enumerate(failed, 1):
        first, *rest = case["told"] or ("nothing was told",)
        headline = first.partition("\n")[0].removeprefix(f"{found['operation']}: ")
        rest = [first, *rest] if "\n" in first else rest
        yield Failure(
            anchor=anchor(found["operation"], "failure", str(number)),
            name=_name(case),
            headline=headline,
            parts=tuple(_parts(rest)),
        )


def _parts(told: Iterable[str]) -> Iterator[Part]:
    """Yield the labeled parts of a bug report; what has no label goes on with its own."""
    label, lines = "What happened", list[str]()
    for paragraph in told:
        found = _LABEL.match(paragraph)
        if found is None:
            lines.append(paragraph)
            continue
        if lines:
            yield Part(label, "\n".join(lines))
        label = _LABELS.get(found[1], found[1][:1].upper() + found[1][1:])
        lines = [paragraph[found.end() :].replace("\n    ", "\n")]
    if lines:
        yield Part(label, "\n".join(lines))


def _name(case: Json) -> str:
    client = f"{case['client']}, " if case["client"] else ""
    return f"{title_of(case)}: {client}{case['case']}"


def title_of(case: Json) -> str:
    """Return what the test of a case is called on the page."""
    words = case["test"].removeprefix("test_").replace("_", " ")
    return f"The {case['side']} {words}"
