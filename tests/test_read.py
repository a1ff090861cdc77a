from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specmill import read as read_module
from specmill.diagnostics import Diagnostic, Refused
from specmill.read import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FINDINGS,
    MAX_ITEMS,
    MAX_LENGTH,
    MAX_NODES,
    Entry,
    Mapping,
    Scalar,
    Sequence,
    plain,
    read,
    read_with_python,
)
from specmill.scalars import ambiguity
from specmill.source import Location
from specmill.text import decoded, refuse_unreadable

ERRORS = Path(__file__).parent / "errors" / "read"

WHOLE = """\
# A comment stands anywhere.
operation: verify_otp
summary: >-
  Check the OTP
  that a customer typed.
request:
  path: /v2/otp/verify
  query: {mid: {type: string, length: ..50}, 'no': "quoted \\u20b9"}
codes:
  "0000": {outcome: success, http: 2xx}
  '403': {then: ask-again, retry: false, limit: null}
limits: [14, 0, -3, 0.5, 1.0, -0.25, 1-2, 10.0.0.1, ..50, --, "yes", 'é₹中']
text: |
  one: two
  \tthree
after: what now?
empty: ''
"""


def value_of(text: str) -> Scalar:
    node = read("a", f"key: {text}\n".encode()).get("key")
    assert isinstance(node, Scalar)
    return node


def refusal(content: bytes | str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as refused:
        read("a", content.encode() if isinstance(content, str) else content)
    return refused.value.diagnostics


def outcome_by_python(content: bytes) -> Mapping | tuple[Diagnostic, ...]:
    try:
        source = decoded("a", content)
        refuse_unreadable(source)
        return read_with_python(source)
    except Refused as refused:
        return refused.diagnostics


def outcome(content: bytes) -> Mapping | tuple[Diagnostic, ...]:
    try:
        return read("a", content)
    except Refused as refused:
        return refused.diagnostics


class TestNodes:
    def test_values_are_what_was_written(self) -> None:
        expected = {
            "operation": "verify_otp",
            "summary": "Check the OTP that a customer typed.",
            "request": {
                "path": "/v2/otp/verify",
                "query": {
                    "mid": {"type": "string", "length": "..50"},
                    "no": "quoted ₹",
                },
            },
            "codes": {
                "0000": {"outcome": "success", "http": "2xx"},
                "403": {"then": "ask-again", "retry": False, "limit": None},
            },
            "limits": [
                14,
                0,
                -3,
                0.5,
                1.0,
                -0.25,
                "1-2",
                "10.0.0.1",
                "..50",
                "--",
                "yes",
                "é₹中",
            ],
            "text": "one: two\n\tthree\n",
            "after": "what now?",
            "empty": "",
        }

        assert expected == plain(read("a", WHOLE.encode()))

    def test_order_is_that_of_the_file(self) -> None:
        keys = [entry.key.value for entry in read("a", b"b: 1\na: 2\nc: 3\n")]

        assert ["b", "a", "c"] == keys

    def test_every_node_knows_its_place(self) -> None:
        expected = Mapping(
            (
                Entry(
                    Scalar("a", "a", False, Location("s.yaml", 2, 1)),
                    Sequence(
                        (Scalar("é", "é", True, Location("s.yaml", 3, 5)),),
                        Location("s.yaml", 3, 3),
                    ),
                ),
            ),
            Location("s.yaml", 2, 1),
        )

        assert expected == read("s.yaml", "# c\na:\n  - 'é'\n".encode())

    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
    def test_lines_are_counted_as_editors_do(self, line_break: str) -> None:
        content = line_break.join(["a: 1", "", "b: {c: 2}", ""])
        node = read("a", content.encode()).get("b")

        assert node is not None
        assert Location("a", 3, 4) == node.location

    def test_get_is_none_where_the_key_is_not_there(self) -> None:
        assert read("a", b"a: 1\n").get("b") is None

    def test_key_is_found_with_its_place(self) -> None:
        expected = Scalar("b", "b", True, Location("a", 2, 1))

        assert expected == read("a", b"a: 1\n'b': 2\n").key("b")

    def test_explicit_document_is_the_same(self) -> None:
        assert {"a": 1} == plain(read("a", b"---\na: 1\n...\n"))


class TestScalars:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("true", True),
            ("false", False),
            ("null", None),
            ("14", 14),
            ("0", 0),
            ("-3", -3),
            ("0.5", 0.5),
            ("-10.25", -10.25),
            ("999999999999999", 999_999_999_999_999),
        ],
    )
    def test_plain_value(self, text: str, value: object) -> None:
        read_value = value_of(text).value

        assert (type(value), value) == (type(read_value), read_value)

    @pytest.mark.parametrize(
        "text",
        [
            "2xx",
            "..50",
            "1-2",
            "--",
            "1.2.3",
            "2026-11",
            "1,000",
            "0x",
            "12:ab",
            "nan",
            "inf",
            "e3",
            "n/a",
            "yes!",
            "none",
            "+",
            ".",
            "-a",
            "१२",
            "12px",
        ],
    )
    def test_plain_text_stays_text(self, text: str) -> None:
        assert text == value_of(text).value

    def test_text_of_a_number_is_kept(self) -> None:
        assert ("1.0", 1.0) == (value_of("1.0").text, value_of("1.0").value)

    @pytest.mark.parametrize("text", ["'00'", '"00"', "|-\n  00", ">-\n  00"])
    def test_quoted_and_block_texts_are_text(self, text: str) -> None:
        assert ("00", True) == (value_of(text).value, value_of(text).quoted)

    def test_plain_text_is_not_quoted(self) -> None:
        assert not value_of("otp").quoted

    def test_escaped_line_breaks_and_tabs_are_text(self) -> None:
        assert "a\r\n\tb" == value_of(r'"a\r\n\tb"').value

    @given(st.from_regex(r"[-+.0-9:_eExXobTZ ]{1,12}", fullmatch=True))
    @settings(max_examples=300, deadline=None)
    def test_value_tells_the_digits_that_were_written(self, text: str) -> None:
        """A plain number is refused or comes back with all that was written."""
        found = outcome(f"key: {text}\n".encode())
        if not isinstance(found, Mapping):
            return
        value = found.get("key")

        assert isinstance(value, Scalar)
        if isinstance(value.value, float):
            assert Decimal(value.text) == Decimal(repr(value.value))
        else:
            assert value.text == str(value.value)


class TestLimits:
    """Each limit itself is allowed, one more is refused."""

    def test_bytes(self) -> None:
        content = b"a: 1\n#"
        full = content.ljust(MAX_BYTES, b"x")

        assert {"a": 1} == plain(read("a", full))
        assert ["file-too-big"] == [each.code for each in refusal(full + b"x")]

    def test_depth(self) -> None:
        levels = MAX_DEPTH - 1
        full = "a: " + "[" * levels + "]" * levels

        assert isinstance(read("a", full.encode()), Mapping)
        assert ["too-deep"] == [each.code for each in refusal(f"a: [{full[3:]}]")]

    def test_length(self) -> None:
        full = "a: " + "x" * MAX_LENGTH

        assert isinstance(read("a", full.encode()), Mapping)
        assert ["too-long"] == [each.code for each in refusal(full + "x")]

    def test_nodes(self) -> None:
        lists, rest = divmod(MAX_NODES - 3, 1000)  # the root, its key, the list count
        full = "a: [" + f"[{'1,' * 999}]," * lists + "1," * rest

        assert isinstance(read("a", f"{full}]".encode()), Mapping)
        assert ["too-many-nodes"] == [each.code for each in refusal(f"{full}1]")]

    @pytest.mark.parametrize("start, end", [("a: [", "]"), ("{", "}")])
    def test_items(self, start: str, end: str) -> None:
        full = start + ", ".join(f"k{number}: 1" for number in range(MAX_ITEMS))

        assert isinstance(read("a", f"{full}{end}".encode()), Mapping)
        assert ["too-many-items"] == [
            each.code for each in refusal(f"{full}, more: 1{end}")
        ]

    @pytest.mark.parametrize(
        "content",
        [
            b"[" * 500_000,
            b"{a: " * 200_000,
            b"- " * 500_000,
            b"? " * 500_000,
            b"a:\n" + b" - a:\n" * 100_000,
            b"&a [" * 100_000,
            b"a: '" + b"x\n" * 400_000,
            b"\x00" * 1_000_000,
            b"\xe2\x80\xae" * 300_000,
            b"\xff" * 1_000_000,
            b"%" * 1_000_000,
            b"%\n" * 500_000,
            b"*" * 1_000_000,
            b"9" * 1_000_000,
            b"a: " + b"9" * 1_000_000,
        ],
        ids=lambda content: repr(content[:8]),
    )
    def test_hostile_bulk_is_refused(self, content: bytes) -> None:
        assert refusal(content)

    @pytest.mark.parametrize("content", [b"\x00" * 101, b"a: [" + b"yes, " * 101])
    def test_findings(self, content: bytes) -> None:
        codes = [each.code for each in refusal(content)]

        assert codes[0] != codes[-1] == "too-many-findings"
        assert MAX_FINDINGS + 1 == len(codes)

    @pytest.mark.parametrize("start", ["", "+", "-", ".", "1.", "0", "2023-01-01"])
    @pytest.mark.parametrize(
        "part", ["1", "0", "_1", "1_", "1:", ":1", "e1", ".1", " "]
    )
    @pytest.mark.parametrize("end", ["", "x", "_", "e", "."])
    def test_long_plain_text_takes_linear_time(
        self, start: str, part: str, end: str
    ) -> None:
        text = start + part * (MAX_LENGTH // 4) + end
        began = process_time()
        ambiguity(text)

        assert process_time() - began < 0.5


class TestParsers:
    """libyaml and PyYAML's own parser are told apart by their speed only."""

    def test_libyaml_is_tried(self) -> None:
        assert yaml.__with_libyaml__

    def test_libyaml_reads_what_is_right(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = WHOLE.replace("\t", " ").encode()
        monkeypatch.delattr(read_module, "read_with_python")

        assert isinstance(read("a", content), Mapping)

    def test_it_is_not_needed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with_it = read("a", WHOLE.encode())
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
        monkeypatch.delattr(yaml, "CSafeLoader")

        assert with_it == read("a", WHOLE.encode())

    @pytest.mark.parametrize(
        "path",
        sorted(ERRORS.glob("*.yaml")) + sorted(ERRORS.glob("*.bin")),
        ids=lambda path: path.name,
    )
    def test_both_refuse_alike(self, path: Path) -> None:
        content = path.read_bytes()

        assert outcome_by_python(content) == outcome(content)

    @pytest.mark.parametrize(
        "text",
        [
            "|#c\n  text",
            ">-#c\n  text",
            "|2+#c\n  text",
            ">#c\n  text",
            "[a?b]",
            "{u: a?b}",
            "a\tb",
            "1\t# c",
            "|\t\n  t",
            "{a:1}",
            "[a:b]",
            '"a":1',
            "[a, b:c]",
            '"\\/"',
            "!",
            "a\t",
            "'a'\t",
            "[a,\tb]",
            '"\\ud800"',
            '"\\U00110000"',
            "[a]]",
            "- ? a",
            "'a\n\tb'",
            "a\n\tb",
            "a #\tc",
        ],
    )
    def test_both_agree_where_yaml_parsers_differ(self, text: str) -> None:
        content = f"key: {text}\n".encode()

        assert outcome_by_python(content) == outcome(content)

    @given(
        st.lists(
            st.sampled_from(
                [
                    "a",
                    "b: ",
                    "- ",
                    "\n",
                    "\n  ",
                    "\n    ",
                    " ",
                    ":",
                    ",",
                    "[",
                    "]",
                    "{",
                    "}",
                    "'",
                    '"',
                    "#",
                    " # c",
                    "|",
                    "|\n",
                    ">",
                    "&x ",
                    "*x",
                    "!t ",
                    "!",
                    "%",
                    "@",
                    "?",
                    "? ",
                    "---\n",
                    "...\n",
                    "\r",
                    "\r\n",
                    "é",
                    "\t",
                    "\\",
                    "\\x41",
                    "\\ud800",
                    "\\U00110000",
                    "00",
                    "1",
                    "a: 1\n",
                    "-",
                ]
            ),
            max_size=16,
        )
    )
    @settings(max_examples=1000, deadline=None)
    def test_both_agree_on_anything(self, tokens: list[str]) -> None:
        content = "".join(["key: ", *tokens]).encode()

        assert outcome_by_python(content) == outcome(content)


class TestHostileInput:
    @given(st.binary(max_size=200))
    @settings(max_examples=500, deadline=None)
    def test_bytes_are_read_or_refused(self, content: bytes) -> None:
        assert outcome(content)

    @given(st.text(max_size=200))
    @settings(max_examples=500, deadline=None)
    def test_text_is_read_or_refused(self, text: str) -> None:
        assert outcome(text.encode("utf-8", "surrogatepass"))

    @given(st.text(st.characters(codec="utf-8"), max_size=50))
    @settings(max_examples=300, deadline=None)
    def test_quoted_text_is_exact_or_refused(self, text: str) -> None:
        quoted = "'" + text.replace("'", "''") + "'"
        found = outcome(f"key: {quoted}\n".encode())
        if "\n" in text or "\r" in text or not isinstance(found, Mapping):
            return

        assert {"key": text} == plain(found)

    @given(st.binary(max_size=200))
    @settings(max_examples=200, deadline=None)
    def test_findings_stand_in_the_file(self, content: bytes) -> None:
        found = outcome(content)
        if isinstance(found, Mapping):
            return
        lines = content.count(b"\n") + content.count(b"\r") + 1

        assert all(1 <= each.location.line <= lines for each in found)
