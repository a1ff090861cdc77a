"""A text of a spec that would become code stops the file before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from acme import meant, with_fields
from specmill import ir
from specmill.emit import emit
from specmill.emit.held import blanked, held, require_known_names, require_same_shape
from specmill.emit.text import plain_draft
from specmill.output import Draft, OutputError

BREAKS = (
    *('"""', "'", "\\", "\n", "\r", "{x}", "# noqa", "#!", '"; import os; "', "\u2028"),
    *("a\nimport os\n", "a'''b", 'a" + b + "c', ") or f(", "x\ndef f(): pass"),
)


def api(summary: str) -> ir.Api:
    partner = meant(
        with_fields("id: {type: string, required: true, evidence: table}\n")
    )
    operation = replace(partner.operations[0], summary=summary)
    return ir.Api("apis", (replace(partner, operations=(operation,)),))


def careless(template: str) -> object:
    """Return what emits a file with a summary as it stands."""

    def emitted(found: ir.Api) -> Iterator[Draft]:
        for partner in found.partners:
            text = template.replace("SUMMARY", partner.operations[0].summary)
            yield plain_draft("apis/a.py", text)

    return emitted


@pytest.mark.parametrize("text", BREAKS)
@pytest.mark.parametrize(
    "template",
    ["SUMMARY\n", "a = 1  # SUMMARY\n", 'a = "SUMMARY"\n', '"""SUMMARY"""\n'],
)
def test_a_careless_emitter_writes_nothing_foreign(template: str, text: str) -> None:
    (draft,) = held(careless(template), api(text), is_table=False)  # type: ignore[arg-type]
    try:
        written = draft.render()
    except OutputError:
        return
    # What is written has the shape of the harmless one: then the text stayed a text.
    twin = next(careless(template)(blanked(api(text)))).render()  # type: ignore[operator]

    require_same_shape("apis/a.py", written, twin)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("SUMMARY\n", "import os\r\nos.abort()"),
        ('a = "SUMMARY"\n', '" + open("x").read() + "'),
        ('"""SUMMARY"""\n', '"""\nimport os\n"""'),
        ("a = 1  # SUMMARY\n", "a\nimport os"),
        ("a = 1  # SUMMARY\n", "noqa: (all)"),
        ('a = f"SUMMARY"\n', "{b!r}"),
    ],
)
def test_code_out_of_a_text_is_not_written(template: str, text: str) -> None:
    (draft,) = held(careless(template), api(text), is_table=False)  # type: ignore[arg-type]

    with pytest.raises(OutputError, match=r"apis/a\.py is not written"):
        draft.render()


@pytest.mark.parametrize(("text", "times"), [("Pay", 1), ("Pay (now)", 2)])
def test_what_is_harmless_is_its_own_twin(text: str, times: int) -> None:
    seen: list[ir.Api] = []

    def emitted(found: ir.Api) -> Iterator[Draft]:
        seen.append(found)
        yield plain_draft("apis/a.py", "a = 1\n")

    harmless = blanked(api(text))
    meant = harmless if times == 1 else api(text)
    (draft,) = held(emitted, meant, is_table=False)
    draft.render()

    assert times == len(seen)


def test_every_real_file_has_the_shape_of_its_twin() -> None:
    found = api('Pay."""\n# noqa {x} \\ \u00e9')

    assert all(each.render() is not None for each in emit(found))


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("| a | b |", "| a |"),
        ("# a", "a"),
        ("- a", "a"),
        ("```\na", "a\na"),
        ("a\nb", "a"),
    ],
)
def test_markdown_has_a_shape_too(text: str, twin: str) -> None:
    with pytest.raises(OutputError):
        require_same_shape("README.md", text, twin)


@pytest.mark.parametrize(
    "row",
    [
        "__import__('os')",
        "().__class__",
        "open('x')",
        "(lambda: exec)()",
        "[print(1) for a in (1,)]",
        "datetime.now()",
    ],
)
def test_a_table_uses_no_other_names(row: str) -> None:
    with pytest.raises(OutputError, match="it would use"):
        require_known_names(
            "contract_tests/test_a.py", f"ROWS: tuple = ({row},)\n", "apis"
        )


def test_a_table_uses_what_it_imports() -> None:
    text = "from _harness.calls import Call\nROWS: tuple = (Call('a', b=1),)\n"

    require_known_names("contract_tests/test_a.py", text, "apis")


def test_blanking_keeps_what_has_no_sign() -> None:
    found = api("Pay.")

    assert blanked(found) == found
