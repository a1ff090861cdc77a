"""YAML as it must not be written: refused with its place, or exactly the text.

What readers of YAML 1.1, YAML 1.2 and JSON take for different values never becomes a
value without quotes, wherever a spec has a text.
"""

from __future__ import annotations

from time import process_time

import pytest

from acme import meant_operation, with_fields, with_replies
from specmill.diagnostics import HIDDEN, Refused, render
from specmill.nodes import Scalar, plain
from specmill.read import MAX_BYTES, MAX_LENGTH, read

_LISTED = """
0000 00 01 08 09 012345 017 -012 00.1 0.0.0 1.2.3 1_000 1__0 0_1 1.0_0 _1
yes Yes YES no No NO on On ON off Off OFF y Y n N True TRUE False FALSE
TrUe nO null Null NULL ~ None none nil undefined true false
1:30 12:30:45 190:20:30.15 -1:30 23:59 24:00 1:60 0:0 1:2:3
0x1f 0X1F 0xFF_00 0o17 0O17 0b101 0B1 -0x1 +0b1 0x 0xg
1e3 1E3 1.5e3 1.e3 .5e1 1e+3 -1e-3 1e400 0e0 e3 1e
.inf .Inf .INF +.inf -.inf .nan .NaN .NAN inf nan NaN Infinity -Infinity
.5 5. -.5 +5 +0 -0 -0.0 0.0 1.0 1.10 1.000 1,000 1,5 12.50 888888 123456
2023-08-16 2023-8-6 2001-12-14t21:59:43.10-05:00 2023-13-45 20230816
2023-08-16T10:00:00Z 12345678901234567 9007199254740993 0.1234567890123456
= << - -- . .. ... \u0663 \uff11\uff12 \u00bd 1\u3164 99999999999999999999
"""
CHANGED = tuple(_LISTED.split())
"""Scalars that some reader changes, or takes for something else than text."""


def told(refused: Refused, lines: int) -> None:
    """Fail unless every finding has a place in the file and is safe to print."""
    assert refused.diagnostics
    for each in refused.diagnostics:
        assert 1 <= each.location.line <= lines + 1
        assert 1 <= each.location.column
    assert not HIDDEN.search(render(refused.diagnostics))


@pytest.mark.parametrize("text", CHANGED)
@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize("key", ["example", "default", "const", "enum"])
def test_a_value_of_text_is_exact_or_refused(key: str, quote: str, text: str) -> None:
    written = f"{quote}{text}{quote}"
    value = f"[{written}, other]" if key == "enum" else written
    spec = with_fields(
        f"id:\n  type: string\n  required: false\n  evidence: table\n  {key}: {value}\n"
    )
    try:
        body = meant_operation(spec).request.body
    except Refused as refused:
        told(refused, spec.count("\n"))
        assert not quote or HIDDEN.search(text)
        return
    assert body is not None
    (field,) = body.fields
    found = {
        "example": lambda: field.example,
        "default": lambda: field.default,
        "const": lambda: field.constraints[0].schema()["enum"][0],
        "enum": lambda: field.constraints[0].schema()["enum"][0],
    }[key]()

    assert text == found


@pytest.mark.parametrize("text", CHANGED)
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_code_is_exact_or_refused(quote: str, text: str) -> None:
    reply = (
        "{name: told, summary: Told., when: {http: 200, has: [body.code]},"
        " outcome: by-code, code: body.code, defaults: {required: true, evidence: table},"
        " body: {format: json, fields: {code: {type: string}}}}"
    )
    code = f"{quote}{text}{quote}: {{outcome: success, evidence: table}}"
    spec = with_replies(reply, more=f"codes:\n  {code}\n")
    try:
        operation = meant_operation(spec)
    except Refused as refused:
        told(refused, spec.count("\n"))
        return

    assert [text] == [each.code for each in operation.codes]


DEEP = 2_000
FILES = {
    "an anchor": "a: &x 1\nb: 2\n",
    "an alias": "a: &x 1\nb: *x\n",
    "an alias to nothing": "a: *x\n",
    "a cycle": "&a a: *a\n",
    "laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "a merge key": "a: {b: 1}\nc:\n  <<: {d: 2}\n",
    "a merge key in quotes": "a: {'<<': {d: 2}}\n'<<': 1\n<<: 1\n",
    "a Python tag": "a: !!python/object/apply:os.system [id]\n",
    "a local tag": "a: !x 1\n",
    "a binary tag": "a: !!binary aGk=\n",
    "a set": "a: !!set {b, c}\n",
    "an ordered map": "a: !!omap [b: 1]\n",
    "a verbatim tag": "a: !<tag:yaml.org,2002:str> b\n",
    "the tag that is none": "a: ! b\n",
    "a tag directive": "%TAG ! tag:e.com,2000:\n---\na: 1\n",
    "a version": "%YAML 1.1\n---\na: 1\n",
    "an unknown directive": "%X y\n---\na: 1\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "a document after an end": "a: 1\n...\nb: 2\n",
    "an empty second document": "a: 1\n---\n",
    "a byte-order mark": "\ufeffa: 1\n",
    "a mark within": "a: 1\n\ufeffb: 2\n",
    "UTF-16": "a: 1\n".encode("utf-16"),
    "UTF-16 without a mark": "a: 1\n".encode("utf-16-le"),
    "UTF-32": "a: 1\n".encode("utf-32"),
    "Latin-1": b"a: caf\xe9\n",
    "an overlong encoding": b"a: \xc0\xaf\n",
    "an encoded surrogate": b"a: \xed\xa0\x80\n",
    "beyond Unicode": b"a: \xf4\x90\x80\x80\n",
    "a NUL": "a: b\0c\n",
    "an escaped NUL": 'a: "\\0"\n',
    "an escaped surrogate": 'a: "\\ud83d"\n',
    "a pair of surrogates": 'a: "\\ud83d\\ude00"\n',
    "an escape beyond Unicode": 'a: "\\U00110000"\n',
    "an unknown escape": 'a: "\\z"\n',
    "a short escape": 'a: "\\x4"\n',
    "an escape of the terminal": "a: \x1b[2J\n",
    "an escaped bell": 'a: "\\a"\n',
    "a next line": "a: b\x85c: d\n",
    "a line separator": "a: b\u2028c: d\n",
    "an override": "a: \u202eb\n",
    "an isolate in a key": "a\u2066: b\n",
    "a zero-width space": "a\u200b: b\n",
    "a soft hyphen": "a: b\u00adc\n",
    "a tag character": "a: b\U000e0041\n",
    "a noncharacter": "a: b\uffff\n",
    "a tab that indents": "a:\n\tb: 1\n",
    "a tab in flow": "a: {\n\tb: 1}\n",
    "the same key twice": "a: 1\na: 2\n",
    "the same key in quotes": "a: 1\n'a': 2\n",
    "the same key escaped": 'a: 1\n"\\x61": 2\n',
    "the same key in flow": "x: {a: 1, a: 2}\n",
    "a number and its text": "x:\n  1: a\n  '1': b\n",
    "composed and decomposed": "\u00e9: 1\ne\u0301: 2\n",
    "a key that is a number": "1: a\n",
    "a key that is true": "true: a\n",
    "a key that is yes": "yes: a\n",
    "a key that is null": "~: a\n",
    "an empty key": ": a\n",
    "a key that is a list": "[a]: b\n",
    "a key that is a mapping": "{a: b}: c\n",
    "an explicit key": "? [a, b]\n: c\n",
    "a list": "- a\n",
    "a text": "abc\n",
    "a number": "1\n",
    "nothing": "",
    "blanks": " \n\n",
    "a comment": "# a\n",
    "an empty document": "---\n...\n",
    "a null": "null\n",
    "an empty mapping": "{}\n",
    "no value": "a:\nb: 1\n",
    "a list that is open": "a: [b\n",
    "a mapping that is open": "a: {b: c\n",
    "a text that is open": 'a: "b\n',
    "a bracket too many": "a: [b]]\n",
    "text after a list": "a: [b] c\n",
    "a wrong indentation": "a:\n    b: 1\n  c: 2\n",
    "a value in two lines": "a: b: c\n",
    "a reserved sign": "a: @b\n",
    "a reserved quote": "a: `b\n",
    "a percent sign": "a: %b\n",
    "a comma first": "a: [,b]\n",
    "two commas": "a: [b,,c]\n",
    "a wrong header of a block": "a: |x\n  b\n",
    "brackets upon brackets": f"a: {'[' * DEEP}\n",
    "closed brackets": f"a: {'[' * DEEP}{']' * DEEP}\n",
    "braces upon braces": f"a: {'{b: ' * DEEP}\n",
    "lists upon lists": f"a:\n{'- ' * DEEP}b\n",
    "steps": "".join(f"{' ' * i}a:\n" for i in range(DEEP)),
    "question marks": f"{'? ' * DEEP}\n",
    "many keys": "a:\n" + "".join(f"  k{i}: 1\n" for i in range(60_000)),
    "many values": f"a: [{'1, ' * 60_000}]\n",
    "a long text": f"a: {'x' * (MAX_LENGTH + 1)}\n",
    "a long key": f"{'k' * (MAX_LENGTH + 1)}: 1\n",
    "a big file": "# " + "x" * MAX_BYTES,
    "many quotes": "a: " + '"' * 50_000,
    "many colons": "a: " + ":" * 50_000 + " b: c\n",
    "many anchors": "a: [" + "&x 1, " * 10_000 + "]\n",
    "many breaks": "\n" * 500_000 + "a",
    "many faults": "".join(f"k{i}: 0{i}\n" for i in range(5_000)),
    "octets at random": bytes(range(256)) * 16,
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_a_hostile_file_is_refused_with_a_place(content: str | bytes) -> None:
    raw = (
        content.encode("utf-8", "surrogatepass")
        if isinstance(content, str)
        else content
    )
    begun = process_time()
    with pytest.raises(Refused) as refused:
        meant_root(raw)

    told(refused.value, raw.count(b"\n") + raw.count(b"\r") + 2)
    assert process_time() - begun < 2


def meant_root(raw: bytes) -> None:
    from specmill.check import check

    check(read("a.yaml", raw))


@pytest.mark.parametrize("text", CHANGED)
def test_what_is_in_quotes_is_read_as_it_is(text: str) -> None:
    if HIDDEN.search(text):
        return
    root = read("a", f"k: '{text}'\n".encode())

    assert {"k": text} == plain(root)
    assert isinstance(root.get("k"), Scalar)
