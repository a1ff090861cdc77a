"""Every format writes what the harness's own codec reads, and refuses what is odd."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmill.harness import bodies
from specmill.runtime.codecs import CODECS, read, write
from specmill.runtime.declare import Body, Shape
from specmill.runtime.strict_json import Unreadable, Unwritable

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")
)
NUMBER, INNER = Shape(kind="integer"), Shape(kind="object", members={"x": Shape()})
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "count": {"type": "integer"},
        "ok": {"type": "boolean"},
        "ids": {"type": "array", "items": {"type": "string"}},
        "inner": {"type": "object", "properties": {"x": {"type": "string"}}},
    },
}
MEMBERS = {
    "text": Shape(),
    "count": NUMBER,
    "ok": Shape(kind="boolean"),
    "ids": Shape(kind="list", item=Shape()),
    "inner": INNER,
}
SHAPE = Shape(kind="object", members=MEMBERS)
VALUES = st.fixed_dictionaries(
    {"text": TEXT, "count": st.integers(-(10**9), 10**9), "ok": st.booleans()},
    optional={
        "ids": st.lists(TEXT, min_size=1),
        "inner": st.fixed_dictionaries({"x": TEXT}),
    },
)
XML = {"format": "xml", "root": "top", "namespace": "urn:a"}
OURS = {
    "xml": Body(shape=SHAPE, format="xml", root="top", namespace="urn:a"),
    "repeat": Body(shape=SHAPE, format="form"),
    "brackets": Body(shape=SHAPE, format="form", lists="brackets"),
}
THEIRS = {
    "xml": bodies.Body(**XML),
    "repeat": bodies.Body(format="form"),
    "brackets": bodies.Body(format="form", lists="brackets"),
}


@pytest.mark.parametrize("kind", OURS)
@given(value=VALUES)
def test_what_is_written_is_read_by_another_path(kind: str, value: Any) -> None:
    content, _ = write(OURS[kind], value)

    assert value == bodies.decode(THEIRS[kind], SCHEMA, content)


@pytest.mark.parametrize("kind", OURS)
@given(value=VALUES)
def test_what_another_path_writes_is_read(kind: str, value: Any) -> None:
    content = bodies.encode(THEIRS[kind], SCHEMA, value)

    assert value == read(OURS[kind], content)


def test_every_format_names_its_media_type() -> None:
    media = {name: codec().media for name, codec in CODECS.items()}

    assert media == {
        "json": "application/json",
        "form": "application/x-www-form-urlencoded",
        "multipart": "multipart/form-data",
        "xml": "application/xml",
        "text": "text/plain",
        "csv": "text/csv",
        "none": "",
    }


# XML ------------------------------------------------------------------------------------

LAUGHS = b"""<!DOCTYPE top [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<top xmlns="urn:a"><text>&b;</text></top>"""
OUTSIDE = b"""<!DOCTYPE top [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<top xmlns="urn:a"><text>&a;</text></top>"""


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS,
        OUTSIDE,
        b'<!DOCTYPE top SYSTEM "http://127.0.0.1/top.dtd"><top xmlns="urn:a"/>',
        b'<top xmlns="urn:a"><text>&a;</text></top>',
        b'<top xmlns="urn:a">',
        b'<other xmlns="urn:a"/>',
        b"<top/>",
        b"",
        b"{}",
        b'<?xml version="1.0" encoding="x-none"?><top xmlns="urn:a"/>',
        b'<top xmlns="urn:a"><text>a</text><text>b</text></top>',
        b'<top xmlns="urn:a">' + b"<a>" * 70 + b"</a>" * 70 + b"</top>",
    ],
)
def test_xml_that_is_not_as_documented_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read(OURS["xml"], content)


def test_an_unreadable_body_is_not_told_on() -> None:
    with pytest.raises(Unreadable) as caught:
        read(OURS["xml"], b'<top xmlns="urn:a"><text>secret</top>')

    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "inside, expected",
    [
        ("<text> a </text>", {"text": " a "}),
        ("<count> 7 </count>", {"count": 7}),
        ("<count>07</count>", {"count": "07"}),
        ("<count>seven</count>", {"count": "seven"}),
        ("<text/>", {"text": ""}),
        ("<inner/>", {"inner": {}}),
        ("<ids>a</ids>", {"ids": ["a"]}),
        ("<text><![CDATA[<&>]]></text>", {"text": "<&>"}),
        ("<new>1</new>", {"new": "1"}),
        ("<new a='1'>2</new>", {"new": {"@a": "1", "#text": "2"}}),
        ("<text xmlns='urn:b'>1</text>", {"{urn:b}text": "1"}),
        (
            "<text xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>",
            {"text": None},
        ),
    ],
)
def test_elements_are_read_as_they_are_documented(inside: str, expected: Any) -> None:
    content = f'<top xmlns="urn:a">{inside}</top>'.encode()

    assert expected == read(OURS["xml"], content)


@pytest.mark.parametrize(
    "value, pointer",
    [
        ({"text": "\x00"}, "/text"),
        ({"text": "\ud800"}, "/text"),
        ({"ids": ["a", "\x0b"]}, "/ids/1"),
        ({"text": b"octets"}, "/text"),
    ],
)
def test_what_xml_cannot_hold_is_refused_where_it_stands(
    value: Any, pointer: str
) -> None:
    with pytest.raises(Unwritable) as caught:
        write(OURS["xml"], value)

    assert pointer == caught.value.pointer


def test_text_survives_the_line_ends_that_xml_changes() -> None:
    mark = Shape(xml="attribute")
    body = Body(
        format="xml",
        root="top",
        shape=Shape(kind="object", members={"a": mark, "b": Shape()}),
    )
    value = {"a": "1\r\n2\t3", "b": "1\r\n2\t3"}

    assert value == read(body, write(body, value)[0])


# Forms ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind, expected",
    [("repeat", b"ids=a&ids=b+c"), ("brackets", b"ids[]=a&ids[]=b+c")],
)
def test_a_list_is_written_as_the_page_says(kind: str, expected: bytes) -> None:
    assert expected == write(OURS[kind], {"ids": ["a", "b c"]})[0]


def test_a_list_joined_by_commas_cannot_hold_one() -> None:
    body = Body(format="form", shape=SHAPE, lists="commas")

    assert b"ids=a%2Cb" == write(body, {"ids": ["a", "b"]})[0]
    with pytest.raises(Unwritable):
        write(body, {"ids": ["a,b"]})


@pytest.mark.parametrize(
    "content", [b"text=a&text=b", b"text=%ff", b"inner=a&inner[x]=b"]
)
def test_a_form_that_can_be_read_in_two_ways_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable):
        read(OURS["repeat"], content)


@pytest.mark.parametrize("value", [{"text": None}, {"text": "\ud800"}])
def test_what_a_form_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(Unwritable):
        write(OURS["repeat"], value)


# Text and CSV ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "layout, text, expected",
    [
        ("", "OK\r\n", {"text": "OK"}),
        ("{text}: {count}", "ID: 17", {"text": "ID", "count": 17}),
        ("{text}:{count}", "a:b:c", {"text": "a", "count": "b:c"}),
        ("[{text}]", "[a]b]", {"text": "a]b"}),
    ],
)
def test_text_is_read_by_its_layout(layout: str, text: str, expected: Any) -> None:
    names = (
        {"text": Shape(), "count": NUMBER} if "count" in layout else {"text": Shape()}
    )
    body = Body(format="text", layout=layout, shape=Shape(kind="object", members=names))
    schema = {"properties": {name: SCHEMA["properties"][name] for name in names}}
    theirs = bodies.Body(format="text", layout=layout)

    assert expected == read(body, text.encode())
    assert expected == bodies.decode(theirs, schema, text.encode())


def test_text_of_another_layout_is_unreadable() -> None:
    body = Body(format="text", layout="{text}: 1", shape=SHAPE)

    with pytest.raises(Unreadable):
        read(body, b"OK")


LINES = Body(
    format="csv",
    separator=";",
    shape=Shape(
        kind="object",
        members={
            "lines": Shape(
                kind="list",
                item=Shape(kind="object", members={"id": Shape(), "count": NUMBER}),
            )
        },
    ),
)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("id;count\r\na;1\r\n", [{"id": "a", "count": 1}]),
        ("count;id\n2;b", [{"id": "b", "count": 2}]),
        ('id;count\n"a;""b""";\n', [{"id": 'a;"b"'}]),
        ("id;count\n", []),
        ("id;new\na;1\n", [{"id": "a", "new": "1"}]),
    ],
)
def test_lines_are_read_by_the_names_of_their_columns(text: str, expected: Any) -> None:
    assert {"lines": expected} == read(LINES, text.encode())


@pytest.mark.parametrize("text", ["", "id;id\na;b\n", "id;count\na;1;2\n", 'id\n"a'])
def test_lines_that_have_no_columns_are_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read(LINES, text.encode())
