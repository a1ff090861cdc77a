"""Wrong replies and codes: what matches, what it means, what is raised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .client_rows import (
    CODES,
    NOTHING,
    REPLIES,
    STRICT,
    Declared,
    Row,
    always,
    of_next,
    only_if,
    other_names,
    shorter,
)


def _outcomes(each: Declared) -> Iterator[str]:
    for other in ("success", "alternative", "rejected", "unknown"):
        if other != each.literal("outcome") and not _is_shown_alike(each, other):
            yield repr(other)


def _is_shown_alike(each: Declared, other: str) -> bool:
    """Tell whether a caller meets the same: an alternative is returned as a success."""
    good = ("success", "alternative")
    return each.literal("outcome") in good and other in good


def _statuses(each: Declared) -> Iterator[str]:
    found = each.literal("http")
    if found:
        yield from (
            repr(tuple(other for other in found if other != status)) for status in found
        )


def _other_errors(each: Declared) -> Iterator[str]:
    found = each.text("error")
    if found == "None":
        yield from ("errors.Rejected", "errors.OutcomeUnknown")
    elif found:
        yield from ("None", "errors.Rejected", "errors.OutcomeUnknown")
        yield from (text for text in of_next("error")(each) if text != "None")


REPLIES_AND_CODES: Final = (
    Row("reply forgotten", "Reply", "", always(NOTHING), "knows no {at}", REPLIES),
    Row(
        "reply of another outcome",
        "Reply",
        "outcome",
        _outcomes,
        "takes {at} for {text}",
        REPLIES,
    ),
    Row(
        "reply read as another",
        "Reply",
        "model",
        of_next("model"),
        "reads {at} as {text}",
        REPLIES,
    ),
    Row(
        "reply not validated",
        "Reply",
        "validate",
        always("lambda value: []"),
        "does not look at what {at} holds",
        STRICT,
    ),
    Row(
        "code not read",
        "Reply",
        "code_at",
        other_names("code_at"),
        "reads the code of {at} at {text}",
        REPLIES,
    ),
    Row(
        "message not read",
        "Reply",
        "message_at",
        other_names("message_at"),
        "reads the message of {at} at {text}",
        REPLIES,
    ),
    Row(
        "echo ignored",
        "Reply",
        "echoes",
        shorter("echoes"),
        "takes {at} although it repeats another value",
        STRICT,
    ),
    Row(
        "status forgotten",
        "When",
        "http",
        _statuses,
        "knows {at} with {text} only",
        CODES,
    ),
    Row(
        "any status",
        "When",
        "http",
        only_if(lambda each: bool(each.text("http")), always("None")),
        "takes {at} with any HTTP status",
        STRICT,
    ),
    Row(
        "sign ignored",
        "When",
        "equals",
        shorter("equals"),
        "takes for {at} what has another value",
        STRICT,
    ),
    Row("presence ignored", "When", "has", shorter("has"), "takes for {at} what lacks a member", STRICT),
    Row("absence ignored", "When", "lacks", shorter("lacks"), "takes for {at} what has a member more", STRICT),
    Row("code forgotten", "Code", "", always("d.Code(error=errors.Rejected)"), "knows {at} as a rejection alone", CODES),
    Row("code of another error", "Code", "error", _other_errors, "takes {at} for {text}", CODES),
    Row("status of a code ignored", "Code", "http", only_if(lambda each: bool(each.text("http")), always("None")), "takes {at} with another HTTP status", STRICT),
    Row("other status of a code", "Code", "http", lambda each: ["418"] if each.text("http") else [], "wants {at} with the HTTP status {text}", CODES),
    Row("agreement ignored", "Code", "agrees", only_if(lambda each: bool(each.text("agrees")), always("()")), "takes {at} although the reply says otherwise", STRICT),
    Row("other agreement", "Code", "agrees", only_if(lambda each: bool(each.text("agrees")), lambda each: [each.text("agrees").replace('"S"', '"F"') if '"S"' in each.text("agrees") else each.text("agrees").replace('"F"', '"S"')]), "wants {text} with {at}", CODES),
)  # fmt: skip
