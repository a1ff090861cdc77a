from __future__ import annotations

import json
import string

import pytest

from specmill import catalogue
from specmill.diagnostics import (
    CATALOGUE,
    Diagnostic,
    Refused,
    Style,
    escaped,
    nearest,
    render,
    report,
)
from specmill.source import Location, Source

PLACE = Location("specs/pay.yaml", 2, 5)
ERROR = Diagnostic("leading-zero", "quote '00'", PLACE)
WARNING = Diagnostic("tag", "look", PLACE, "warning")


def pointed(line: str, column: int) -> list[str]:
    """The line and the caret that are shown for *column* of *line*."""
    place = Location("a", 1, column)
    told = render([Diagnostic("tag", "x", place)], {"a": Source("a", line)}, caret=True)
    return told.split("\n")[1:3]


class TestCatalogue:
    def test_declares_each_code_once(self) -> None:
        floors = (
            catalogue.READ,
            catalogue.CHECK,
            catalogue.RESOLVE,
            catalogue.OUTPUT,
            catalogue.PIPELINE,
        )

        assert len(CATALOGUE) == sum(map(len, floors))

    @pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
    def test_sentence_starts_low_and_has_no_full_stop(
        self, kind: catalogue.Kind
    ) -> None:
        sentences = (kind.purpose, kind.template)

        assert not [each for each in sentences if each.endswith((".", "!"))]
        assert not [each for each in sentences if each[:2].istitle()]

    @pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
    def test_fields_are_plain_names(self, kind: catalogue.Kind) -> None:
        fields = [field for _, field, _, _ in string.Formatter().parse(kind.template)]

        assert all(field is None or field.isidentifier() for field in fields)


class TestReport:
    def test_fills_in_the_sentence(self) -> None:
        expected = "quote '00': YAML would drop its zeros"

        assert expected == report("leading-zero", PLACE, text="00").message

    def test_takes_the_severity_of_the_kind(self) -> None:
        assert CATALOGUE["tab"].severity == report("tab", PLACE).severity

    @pytest.mark.parametrize("text", ["{text}", "{0.__class__}", "}{", "%s", "{{x}}"])
    def test_value_with_braces_stays_literal(self, text: str) -> None:
        assert f"quote '{text}': " in report("leading-zero", PLACE, text=text).message

    @pytest.mark.parametrize(
        ("char", "shown"),
        [
            ("\n", r"\u000a"),
            ("\x1b", r"\u001b"),
            ("\x9b", r"\u009b"),
            ("\u202e", r"\u202e"),
            ("\u200b", r"\u200b"),
            ("\u2028", r"\u2028"),
            ("\ufe0f", r"\ufe0f"),
            ("\u3164", r"\u3164"),
            ("\ud800", r"\ud800"),
            ("\U000e0041", r"\U000e0041"),
        ],
    )
    def test_value_is_escaped(self, char: str, shown: str) -> None:
        assert f"'a{shown}b'" in report("leading-zero", PLACE, text=f"a{char}b").message

    def test_readable_text_of_any_script_is_not_escaped(self) -> None:
        assert "'é₹中'" in report("leading-zero", PLACE, text="é₹中").message

    def test_long_value_is_shortened(self) -> None:
        message = report("leading-zero", PLACE, text="0" * 10_000).message

        assert f"quote '{'0' * 77}...': YAML would drop its zeros" == message

    def test_tuple_is_a_list_with_commas(self) -> None:
        assert "'a, b'" in report("leading-zero", PLACE, text=("a", "b")).message

    def test_near_word_is_proposed(self) -> None:
        message = report("tab", PLACE, near="required").message

        assert message.endswith("; did you mean 'required'?")

    def test_near_word_is_escaped(self) -> None:
        assert r"'a\u001b'" in report("tab", PLACE, near="a\x1b").message


class TestNearest:
    def test_finds_the_word_that_was_meant(self) -> None:
        assert "required" == nearest("requird", ["request", "required", "query"])

    def test_is_none_where_nothing_is_like_it(self) -> None:
        assert nearest("zzz", ["request", "required"]) is None

    def test_a_short_word_is_not_found_within_a_long_one(self) -> None:
        assert nearest("foo", ["follows"]) is None

    def test_a_short_word_with_one_slip_is_found(self) -> None:
        assert "open" == nearest("opem", ["open", "operations"])


class TestRefused:
    def test_sorts_by_location(self) -> None:
        first = Diagnostic("tag", "b", Location("a", 1, 1))
        last = Diagnostic("anchor", "a", Location("a", 10, 1))

        assert (first, last) == Refused([last, first]).diagnostics

    def test_keeps_the_order_within_a_location(self) -> None:
        both = (WARNING, ERROR)

        assert both == Refused(both).diagnostics

    def test_reads_as_its_diagnostics(self) -> None:
        expected = "specs/pay.yaml:2:5: leading-zero: quote '00'"

        assert expected == str(Refused([ERROR]))


class TestText:
    def test_is_a_line_to_a_diagnostic(self) -> None:
        expected = (
            "specs/pay.yaml:2:5: leading-zero: quote '00'\n"
            "specs/pay.yaml:2:5: warning: tag: look\n"
        )

        assert expected == render([ERROR, WARNING])

    def test_path_is_escaped(self) -> None:
        told = render([Diagnostic("tag", "x", Location("a\x1b\nb", 1, 1))])

        assert "a\\u001b\\u000ab:1:1: tag: x\n" == told

    def test_has_no_lines_unless_asked(self) -> None:
        sources = {PLACE.path: Source(PLACE.path, "one\ntwo: 00\n")}

        assert 1 == render([ERROR], sources).count("\n")

    def test_caret_stands_below_the_place(self) -> None:
        assert ["  code: 00", "        ^"] == pointed("code: 00", 7)

    def test_caret_may_stand_behind_the_line(self) -> None:
        assert ["  code:", "       ^"] == pointed("code:", 6)

    def test_caret_counts_tabs_as_they_are_shown(self) -> None:
        assert ["      a: 00", "         ^"] == pointed("\ta: 00", 5)

    def test_caret_counts_wide_characters_as_two(self) -> None:
        assert ["  中文: 00", "        ^"] == pointed("中文: 00", 5)

    def test_caret_counts_combining_characters_as_none(self) -> None:
        assert ["  cafe\u0301: 00", "        ^"] == pointed("cafe\u0301: 00", 8)

    def test_caret_counts_escapes_as_they_are_shown(self) -> None:
        assert [r"  a\u001b: 00", "           ^"] == pointed("a\x1b: 00", 5)

    def test_long_line_is_cut_around_the_place(self) -> None:
        line, caret = pointed("x" * 5000 + "!" + "y" * 5000, 5001)

        assert "!" == line[caret.index("^")]
        assert 2 + 100 + 6 == len(line)

    def test_missing_source_leaves_the_line_out(self) -> None:
        assert render([ERROR]) == render([ERROR], {}, caret=True)


class TestJson:
    def test_is_a_list_of_objects(self) -> None:
        expected = [
            {
                "path": "specs/pay.yaml",
                "line": 2,
                "column": 5,
                "code": "tag",
                "severity": "warning",
                "message": "look",
            }
        ]

        assert expected == json.loads(render([WARNING], style="json"))


class TestGithub:
    def test_is_a_workflow_command(self) -> None:
        expected = "::warning file=specs/pay.yaml,line=2,col=5,title=tag::look\n"

        assert expected == render([WARNING], style="github")

    def test_message_cannot_start_a_command_of_its_own(self) -> None:
        told = render([Diagnostic("tag", "50%\n::error::x", PLACE)], style="github")

        assert told.endswith("::50%25%0A::error::x\n")

    def test_path_cannot_end_its_property(self) -> None:
        place = Location("a,b:c%d", 1, 1)
        told = render([Diagnostic("tag", "x", place)], style="github")

        assert told.startswith("::error file=a%2Cb%3Ac%25d,line=1,")


class TestSarif:
    def run(self, *diagnostics: Diagnostic) -> dict[str, object]:
        log = json.loads(render(diagnostics, style="sarif"))
        run: dict[str, object] = log["runs"][0]
        return run

    def test_names_its_version(self) -> None:
        assert "2.1.0" == json.loads(render([], style="sarif"))["version"]

    def test_result_has_a_place(self) -> None:
        expected = {
            "ruleId": "leading-zero",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "quote '00'"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "specs/pay.yaml"},
                        "region": {"startLine": 2, "startColumn": 5},
                    }
                }
            ],
        }

        assert [expected] == self.run(ERROR)["results"]

    def test_rule_index_names_the_rule_of_the_result(self) -> None:
        run = json.loads(render([WARNING, ERROR], style="sarif"))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        named = [rules[each["ruleIndex"]]["id"] for each in run["results"]]

        assert ["tag", "leading-zero"] == named

    def test_path_is_a_uri(self) -> None:
        place = Location("/specs/a b#c.yaml", 1, 1)
        told = render([Diagnostic("tag", "x", place)], style="sarif")

        assert '"uri": "file:///specs/a%20b%23c.yaml"' in told


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
def test_no_style_prints_what_cannot_be_encoded(style: Style) -> None:
    hostile = report("leading-zero", Location("a\udcff", 1, 1), text="\ud800\x1b")

    assert "\x1b" not in render([hostile], style=style).encode().decode()


def test_escaped_text_is_one_line() -> None:
    assert r"a\u000ab" == escaped("a\nb")
