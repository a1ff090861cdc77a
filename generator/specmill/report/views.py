"""What the template of a report shows: every choice made, nothing left to compute."""

from __future__ import annotations

from markupsafe import Markup

from ..light import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A name and what is said of it."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Link:
    href: Markup
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number that stands under its name."""

    kind: Markup
    """The class that colors it: an outcome, or `none` for a zero."""
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bug report."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    anchor: Markup
    name: str
    headline: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a mark, what it is about, and what is said of it."""

    kind: Markup
    state: str
    says: str
    names: tuple[str, ...]
    """Its name, where it has one."""
    more: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    open: Markup
    """The attribute of a group that is open from the start, or nothing."""

    title: str
    counts: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over groups of lines."""

    kind: Markup
    anchor: Markup
    title: str
    says: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    anchor: Markup
    kind: Markup
    name: str
    title: str
    summary: str
    terms: tuple[Term, ...]
    page_title: str
    page_read: str
    page_links: tuple[Link, ...]
    page_url: tuple[str, ...]
    """The address as text, where it is no link."""
    counts: tuple[Count, ...]
    warnings: tuple[str, ...]
    failures: tuple[tuple[Failure, ...], ...]
    """All of them once, or nothing."""
    sections: tuple[Section, ...]
    """Those that have lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    kind: Markup
    title: Markup
    """The verdict, where no markup may stand."""
    verdict: str
    against: str
    terms: tuple[Term, ...]
    warnings: tuple[str, ...]
    counts: tuple[Count, ...]
    operations: tuple[Operation, ...]
    troubles: tuple[tuple[Term, ...], ...]
    made: str
