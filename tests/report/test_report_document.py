"""The document of a run: its schema, and files that are none."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import reports
from specmill.__main__ import main
from specmill.harness import document as documents
from specmill.report import ReportError, read, report_schema, write


def written(folder: Path, document: object) -> Path:
    path = folder / "report.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_the_schema_is_valid() -> None:
    assert None is Draft202012Validator.check_schema(report_schema())


def test_the_schema_is_exported(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["export", "json-schema", "--of", "report"])
    assert report_schema() == json.loads(capsys.readouterr().out)


def test_a_document_is_read_as_it_is(tmp_path: Path) -> None:
    assert reports.document() == read(written(tmp_path, reports.document()))


@pytest.mark.parametrize(
    "path, value",
    [
        (("version",), 2),
        (("format",), "other"),
        (("run", "ended"), "well"),
        (("totals", "passed"), -1),
        (("operations", 0, "cases", 0, "outcome"), "unclear"),
        (("operations", 0, "facts", 0, "state"), ""),
        (("operations", 0, "more"), 1),
    ],
)
def test_another_document_is_refused(
    tmp_path: Path, path: tuple[str | int, ...], value: object
) -> None:
    document = reports.document()
    inner = document
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index]
    inner[path[-1]] = value  # type: ignore[index]

    with pytest.raises(ReportError, match="does not keep its schema"):
        read(written(tmp_path, document))


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)

    with pytest.raises(ReportError, match="holds no JSON"):
        read(path)


def test_a_document_becomes_a_page(tmp_path: Path) -> None:
    results = written(tmp_path, reports.document())
    target = tmp_path / "new" / "page.html"

    assert 0 == main(["report", str(results), "-o", str(target)])
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [target] == list(target.parent.iterdir())


@pytest.mark.parametrize("content", [None, "{}"])
def test_a_file_that_is_no_report_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "report.json"
    if content is not None:
        path.write_text(content)

    assert 2 == main(["report", str(path), "-o", str(tmp_path / "page.html")])
    assert capsys.readouterr().err.startswith("specmill: ")
    assert not (tmp_path / "page.html").exists()


SIZE = 10_000  # more than the limit of a test, and less than a pipe holds
WRITERS: dict[str, Callable[[Path], None]] = {
    "the page": lambda path: write(path, "x" * SIZE),
    "the document": lambda path: documents.write(path, {"x": "x" * SIZE}),
}


@pytest.mark.skipif(os.name != "posix", reason="of POSIX limits")
@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_a_file_that_grows_too_large_leaves_the_old_one_and_nothing_beside(
    tmp_path: Path, writer: Callable[[Path], None]
) -> None:
    import resource

    target = tmp_path / "target"
    target.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            writer(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert [target] == list(tmp_path.iterdir())
    assert "old" == target.read_text()


@pytest.mark.skipif(os.name != "posix", reason="of POSIX links")
@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_what_a_link_leads_to_is_written_and_the_link_stays(
    tmp_path: Path, writer: Callable[[Path], None]
) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    writer(link)

    assert link.is_symlink()
    assert SIZE <= target.stat().st_size


@pytest.mark.skipif(os.name != "posix", reason="of POSIX pipes")
@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_a_pipe_is_written_to_and_stays(
    tmp_path: Path, writer: Callable[[Path], None]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        writer(pipe)
        found = os.read(reader, 2 * SIZE)
    finally:
        os.close(reader)

    assert pipe.is_fifo()
    assert SIZE <= len(found)
