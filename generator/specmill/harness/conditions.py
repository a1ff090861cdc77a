"""Conditions of a contract, evaluated by a path of their own: true, false or open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from .light import dataclass
from .moments import is_written, parts_of
from .pointers import NOTHING, Json, found, pointer_of, same
from .recipes import Moment
from .replies import Condition

Truth = bool | None
"""None: open, because a member that is compared is not there."""


def broken(conditions: Iterable[Condition], document: Json) -> Iterator[Condition]:
    """Yield the conditions that *document* breaks."""
    for each in conditions:
        is_asked = each.when is None or truth(each.when, document, each.moments) is True
        if is_asked and truth(each.then, document, each.moments) is False:
            yield each


def truth(expression: Json, document: Json, moments: Iterable[Moment]) -> Truth:
    """Return whether *expression* is true of *document*."""
    judge = _Judge(document, {each.pointer.lower(): each for each in moments})
    return judge.truth(expression)


@dataclass(frozen=True, slots=True)
class _Judge:
    document: Json
    moments: dict[str, Moment]

    def truth(self, each: Json) -> Truth:
        kind = each["is"]
        if kind == "not":
            inner = self.truth(each["part"])
            return None if inner is None else not inner
        if kind in ("every", "some", "count"):
            return self._of_parts(kind, each)
        return self._of_members(kind, each)

    def _of_parts(self, kind: str, each: Json) -> Truth:
        truths = [self.truth(part) for part in each["parts"]]
        if kind == "count":
            return truths.count(True) in each["counts"]
        decisive = kind == "some"
        if decisive in truths:
            return decisive
        return None if None in truths else not decisive

    def _of_members(self, kind: str, each: Json) -> Truth:
        value = self._at(each["at"])
        if kind == "present":
            return value is not None
        if value is None:
            return None
        if kind == "joined":
            parts = [
                part["text"] if isinstance(part, dict) else self._at(part)
                for part in each["parts"]
            ]
            return None if None in parts else same(value, _joined(parts))
        if kind == "among":
            return any(same(value, listed) for listed in each["values"])
        other = each["other"]
        second = other["value"] if isinstance(other, dict) else self._at(other)
        if second is None:
            return None
        if kind == "same":
            return same(value, second)
        return self._is_below(each, value, second)

    def _is_below(self, each: Json, value: Json, second: Json) -> Truth:
        places = [each["at"]]
        places += [each["other"]] if isinstance(each["other"], list) else []
        known = [self.moments.get(pointer_of(place).lower()) for place in places]
        moment = next((one for one in known if one is not None), None)
        one, two = _comparable(value, moment), _comparable(second, moment)
        if one is None or two is None:
            return None
        return bool(one < two or (each["or-same"] and one == two))

    def _at(self, place: list[str]) -> Json:
        """Return what stands at *place*; None for nothing and for null."""
        first, *rest = place
        part = found(self.document, (first,))
        if first == "headers" and isinstance(part, dict) and rest:
            named = {name.lower(): value for name, value in part.items()}
            return named.get(rest[0].lower())
        value = found(part, tuple(rest))
        return None if value is NOTHING else value


def _joined(parts: Iterable[Json]) -> str:
    return "".join(each if isinstance(each, str) else str(each) for each in parts)


def _comparable(value: Json, moment: Moment | None) -> Any:
    if moment is not None and moment.kind == "pattern":
        is_fit = isinstance(value, str) and is_written(moment, value)
        return _instant(moment, value) if is_fit and value != moment.none else None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    is_number = re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", str(value), re.ASCII)
    return Decimal(str(value)) if is_number else None


def _instant(moment: Moment, text: str) -> datetime:
    """Return the time that *text* shows, in UTC where a zone is known."""
    parts = parts_of(moment.pattern, text)
    year = int(parts.get("yyyy") or 2000 + int(parts.get("yy", 0)))
    fraction = next((v for k, v in parts.items() if k.startswith("S")), "0")
    at = datetime(
        year,
        int(parts.get("MM", 1)),
        int(parts.get("dd", 1)),
        int(parts.get("HH", 0)),
        int(parts.get("mm", 0)),
        int(parts.get("ss", 0)),
        int(fraction[:6].ljust(6, "0")),
        _zone(parts.get("TZD", "")),
    )
    return at.astimezone(UTC)


def _zone(text: str) -> timezone:
    match = re.fullmatch(r"([+-])([0-9]{2}):?([0-9]{2})", text)
    if match is None:
        return UTC
    distance = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-distance if match[1] == "-" else distance)
