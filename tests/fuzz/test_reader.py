"""The reader under mutated files: a spec, or `Refused` with places; nothing else, ever.

The files of `corpus/`, the specs of this project and those of `tests/errors` are cut,
doubled, spliced and sprinkled with what means something to YAML.  Which changes are made
follows from a number alone, and numbers are tried in their order until the time is up:
`--fuzz-seconds N` takes another time.  A file that the reader once failed on belongs into
the corpus.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from time import monotonic, process_time

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from specmill.check import check
from specmill.diagnostics import HIDDEN, Refused, render
from specmill.read import read
from specmill.source import Source

HERE = Path(__file__).parent
TESTS = HERE.parent
CORPUS = sorted((HERE / "corpus").iterdir())
BESIDE = [
    each
    for folder in (TESTS / "errors", TESTS / "golden", TESTS.parent / "specs")
    for each in sorted(folder.rglob("*"))
    if each.suffix in (".yaml", ".bin") and each.stat().st_size < 8_000
]
SEEDS = [each.read_bytes() for each in (*CORPUS, *BESIDE)]

TOKENS = (
    *(
        b"&a ",
        b"*a",
        b"!!str ",
        b"!x ",
        b"<<: ",
        b"? ",
        b": ",
        b"- ",
        b"--- ",
        b"...\n",
    ),
    *(
        b"%YAML 1.1\n",
        b"|",
        b">-\n",
        b"|2\n",
        b"#",
        b" #",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
    ),
    *(
        b"'",
        b'"',
        b"\\",
        b'"\\x0"',
        b'"\\ud800"',
        b'"\\U00110000"',
        b"\\N",
        b"\t",
        b"\r",
    ),
    *(
        b"\n",
        b"\r\n",
        b"\n\n  ",
        b"  ",
        b"\x00",
        b"\x07",
        b"\x1b[31m",
        b"\x7f",
        b"\xff",
    ),
    *(b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xc2\x85"),
    *("\u2028 \u202e \u200b \u00ad \ue000 \uffff \U000e0041 e\u0301 \u212a".encode(),),
    *(b"~", b"yes", b"0000", b"0x1f", b"1_000", b"1:30", b".inf", b"2023-08-16", b"="),
    *(b"9" * 400, b"a" * 5_000, b"[" * 40, b"- " * 40, b"{a: " * 40, b"k: 1\n" * 300),
    *(b"unknown", b"body.", b"${x}", b"fields:\n", b"enum: ", b"evidence: table\n"),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a seed after one to six changes."""
    content = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from((0, 0, 1, 2, 8, 64, 512))))
        part = content[start:end]
        put = draw(
            st.sampled_from(TOKENS)
            | st.binary(max_size=4)
            | st.sampled_from((b"", part * 2, part[::-1], part * 20))
            | st.sampled_from(SEEDS).map(lambda other: other[-300:])
        )
        content = content[:start] + put + content[end:]
    return content


def require_read_or_refused(content: bytes) -> None:
    begun = process_time()
    try:
        check(read("a.yaml", content))
    except Refused as refused:
        told = refused.diagnostics
        assert told
        lines = [*Source("a.yaml", content.decode("utf-8", "replace")).lines()]
        for each in told:
            assert "a.yaml" == each.location.path
            # A file that ends within something is told where it would go on.
            assert 1 <= each.location.line <= len(lines) + 1
            assert 1 <= each.location.column <= MOST_COLUMNS
        for style in STYLES:
            assert not HIDDEN.search(render(told, style=style))
    assert process_time() - begun < 2


MOST_COLUMNS = 1024 * 1024 + 1
STYLES = ("text", "json", "github", "sarif")


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_file_of_the_corpus_is_read_or_refused(path: Path) -> None:
    require_read_or_refused(path.read_bytes())


def test_a_mutated_file_is_read_or_refused(request: pytest.FixtureRequest) -> None:
    end = monotonic() + request.config.getoption("--fuzz-seconds")
    for number in count():
        if monotonic() > end:
            break
        _require_of_some(number)

    assert number  # some were tried, however slow the machine


def _require_of_some(number: int) -> None:
    @seed(number)
    @settings(
        max_examples=50,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    @given(mutated())
    def tried(content: bytes) -> None:
        require_read_or_refused(content)

    tried()
