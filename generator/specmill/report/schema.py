"""What the document of a run's results looks like, as JSON Schema."""

from __future__ import annotations

from typing import Any, Final

from ..harness.document import VERSION

Json = Any
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> Json:
    """Return the JSON Schema of a report."""
    return {
        "$schema": DIALECT,
        "title": "specmill report",
        "description": "What became of every case and fact in a run of contract tests.",
        **_object(
            format={"const": "specmill-report"},
            version={"const": VERSION},
            run=_run(),
            totals=_object(
                passed=_COUNT, failed=_COUNT, observed=_COUNT, not_run=_COUNT
            ),
            operations=_list(_operation(), "In the order of the contracts."),
        ),
    }


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Json, says: str = "") -> Json:
    return {"type": "array", "items": items, **_said(says)}


def _text(says: str = "") -> Json:
    return {"type": "string", **_said(says)}


def _said(says: str) -> Json:
    return {"description": says} if says else {}


def _one_of(*values: str, says: str = "") -> Json:
    return {"enum": list(values), **_said(says)}


_COUNT: Final[Json] = {"type": "integer", "minimum": 0}
_SECONDS: Final[Json] = {"type": "number", "minimum": 0}


def _run() -> Json:
    return _object(
        started={**_text("In UTC."), "format": "date-time"},
        seconds=_SECONDS,
        ended=_one_of(
            "passed",
            "failed",
            "interrupted",
            "broken",
            says="`interrupted` and `broken` runs say nothing of what they left out.",
        ),
        against=_one_of(
            "embedded",
            "played",
            "server",
            says="The embedded provider, the same in the part of an environment, or a"
            " real server.",
        ),
        environment=_text("Empty without one."),
        address=_text("The address that was passed; empty where none was."),
        versions={"type": "object", "additionalProperties": {"type": "string"}},
        notes=_list(_text(), "What limited the run."),
        troubles=_list(
            _object(where=_text(), told=_text()),
            "What went wrong outside the cases.",
        ),
    )


def _operation() -> Json:
    return _object(
        operation=_text("Its name, with the partner's."),
        title=_text("The partner's title."),
        summary=_text(),
        page=_object(title=_text(), url=_text(), read=_text("The day.")),
        spec=_text("The file that says it."),
        method=_text(),
        path=_text(),
        effect=_text("What a call changes; empty where it changes nothing."),
        address=_text("The real server that answered; empty where none did."),
        passed=_COUNT,
        failed=_COUNT,
        observed=_COUNT,
        not_run=_COUNT,
        skipped=_text("Why cases were not run."),
        shown={
            **_object(known=_COUNT, shown=_COUNT),
            **_said(
                "Facts that a request can show, and those that a passing case did."
            ),
        },
        facts=_list(_fact()),
        unknowns=_list(_unknown(), "What the page leaves open."),
        defects=_list(
            _object(id=_text(), page=_text("What is wrong."), decided=_text()),
            "What is wrong with the page.",
        ),
        cases=_list(_case(), "In the order of the test modules."),
    )


def _fact() -> Json:
    kinds = ("line", "member", "type", "limit", "signature", "reply", "code", "rule")
    return _object(
        id=_text(),
        kind=_one_of(*kinds),
        says=_text(),
        evidence=_text(
            "`table`, `prose`, `example`, `external: ...`, `inferred: ...`."
        ),
        state=_one_of("shown", "failed", "not-shown", "not-testable"),
        passed=_COUNT,
        failed=_COUNT,
    )


def _unknown() -> Json:
    return _object(
        fact=_text(),
        says=_text(),
        needed={
            "type": "boolean",
            "description": "True where no call can be made without it.",
        },
        settled=_text("What the run took for it, and whose choice that was."),
    )


def _case() -> Json:
    return _object(
        test=_text("The function."),
        case=_text("The case's name within it."),
        side=_one_of("client", "provider", says="Whose part of the contract it is."),
        client=_text("`sync` or `async`; empty on the provider's side."),
        fact=_text("The fact that it shows; `a.*` is everything below `a`."),
        evidence=_text(),
        proves=_text("What holds where it passes."),
        outcome=_one_of("passed", "failed", "observed", "skipped"),
        why=_text("Why it was only observed, or skipped."),
        came=_text("What was observed."),
        told=_list(_text(), "The paragraphs of a failure, to send to the partner."),
        seconds=_SECONDS,
    )
