"""What a run writes: merged from every process, whole, and free of secrets."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator
from test_harness_plugin import folder, run

from specmill.report import render, report_schema

__all__ = ["folder"]

TOKEN, SECRET = "planted-token-1", 'planted "secret" 2'
HEARD: list[str] = []
SIGNS = re.compile("[A-Za-z0-9+/]{86}==")
UNSEEN = "\u202e\x1b[31m\u200b"
FORMS = (
    TOKEN,
    SECRET,
    json.dumps(SECRET)[1:-1],
    base64.b64encode(TOKEN.encode()).decode(),
    "planted",
)


class Parrot(BaseHTTPRequestHandler):
    """A server that repeats whatever it is told, and knows the caller's secret."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        HEARD.extend((unquote(self.path), body))
        said = f"{dict(self.headers)} {body} {SECRET} {FORMS[3]} {UNSEEN}"
        answer = {"code": "zz", "text": said}
        content = json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def parrot() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Parrot) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def told(folder: Path, *options: str, **variables: str) -> dict[str, Any]:
    """Return the document of a run."""
    target = folder.parent / "new" / "report.json"
    run(folder, "--report-json", str(target), *options, **variables)
    document: dict[str, Any] = json.loads(target.read_bytes())
    return document


def timeless(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document without its times and the programs that took part."""
    document["run"] |= {"started": "", "seconds": 0, "versions": {}}
    for operation in document["operations"]:
        for case in operation["cases"]:
            case["seconds"] = 0
    return document


def test_the_document_keeps_its_schema(folder: Path) -> None:
    validator = Draft202012Validator(report_schema())

    assert [] == list(validator.iter_errors(told(folder)))


def test_a_passing_run_says_what_passed(folder: Path) -> None:
    document = told(folder)

    assert {"passed": 3, "failed": 0, "observed": 1, "not_run": 0} == document["totals"]
    assert ("passed", "embedded") == (
        document["run"]["ended"],
        document["run"]["against"],
    )


def test_two_workers_tell_what_one_process_tells(folder: Path) -> None:
    assert timeless(told(folder)) == timeless(told(folder, "-n", "2"))


def test_failures_of_two_workers_are_told_as_those_of_one(
    folder: Path, parrot: str
) -> None:
    variables = {"ACME_TOKEN": TOKEN, "ACME_SECRET": SECRET}
    documents = [
        timeless(told(folder, "--base-url", parrot, *options, **variables))
        for options in ((), ("-n", "2"))
    ]

    names = [
        [(each["case"], each["outcome"]) for each in one["operations"][0]["cases"]]
        for one in documents
    ]
    assert names[0] == names[1]
    assert 2 == documents[0]["totals"]["failed"]


@pytest.mark.parametrize("options", [(), ("-n", "2"), ("--tb=long", "-l", "-vv")])
def test_secrets_reach_no_output(
    folder: Path, parrot: str, options: tuple[str, ...]
) -> None:
    json_file, junit = folder.parent / "report.json", folder.parent / "junit.xml"
    files = ("--report-json", str(json_file), "--junit-xml", str(junit))
    url = parrot.replace("http://", "http://user:planted-3@")

    found = run(
        folder,
        "--base-url",
        url,
        *files,
        *options,
        ACME_TOKEN=TOKEN,
        ACME_SECRET=SECRET,
    )

    page = render(json.loads(json_file.read_bytes()))
    outputs = (found.stdout, found.stderr, json_file.read_text(), junit.read_text())
    assert 1 == found.returncode
    assert "came: HTTP 200" in junit.read_text()
    for text in (*outputs, page):
        assert [] == [form for form in FORMS if form in text]
        assert [] == [char for char in ("\u202e", "\x1b", "\u200b") if char in text]


@pytest.mark.parametrize("place", ["query", "body"])
def test_a_signature_in_query_or_body_reaches_no_output(
    folder: Path, parrot: str, document: dict[str, Any], place: str
) -> None:
    request = document["request"]
    request["sources"][2]["pointer"] = f"/{place}/sign"
    request["secrets"][2] = f"/{place}/sign"
    request["signature"]["encoding"] = "base64"
    request["schema"]["properties"][place]["properties"]["sign"] = {"type": "string"}
    del request["example"]["headers"]["X-Sign"]
    (folder / "acme" / "confirm.json").write_text(json.dumps(document))
    target = folder.parent / "report.json"
    variables = {"ACME_TOKEN": TOKEN, "ACME_SECRET": SECRET}
    HEARD.clear()

    found = run(folder, "--base-url", parrot, "--report-json", str(target), **variables)

    page = render(json.loads(target.read_bytes()))
    signs = {sign for heard in HEARD for sign in SIGNS.findall(heard)}
    told = (found.stdout, target.read_text(), page)
    assert 3 == len(signs)
    assert 3 == sum(f"ACME_{place.upper()}_SIGN" in text for text in told)
    assert [] == [sign for sign in signs for text in told if sign in text]


def test_the_page_of_a_run_has_the_line_for_curl_of_each_failure(
    folder: Path, parrot: str
) -> None:
    document = told(folder, "--base-url", parrot, ACME_TOKEN=TOKEN, ACME_SECRET=SECRET)

    lines = re.findall("<dt>To see it again</dt><dd><pre>(.*)", render(document))

    assert 2 == document["totals"]["failed"]
    assert ["curl -sS -i --http1.1 -X "] * 2 == [each[:25] for each in lines]


def test_a_limited_run_tells_its_budget_and_rate(folder: Path, parrot: str) -> None:
    limits = ("--budget", "7", "--rate", "50/s")
    document = told(
        *(folder, "--base-url", parrot.replace("//", "//me:planted@"), *limits),
        **{"ACME_TOKEN": TOKEN, "ACME_SECRET": SECRET},
    )

    assert [
        f"live: {parrot.replace('//', '//***@')}",
        "at most 7 requests (--budget N), 50 a second (--rate N/s)",
    ] == document["run"]["notes"]
    assert "at most 7 requests (--budget N), 50 a second" in render(document)


def test_a_run_on_this_machine_has_no_limits_to_tell(folder: Path) -> None:
    assert [] == told(folder)["run"]["notes"]


def test_a_failure_is_told_in_paragraphs(folder: Path, parrot: str) -> None:
    variables = {"ACME_TOKEN": TOKEN, "ACME_SECRET": SECRET}

    (operation,) = told(folder, "--base-url", parrot, **variables)["operations"]

    labels = [each.partition(":")[0] for each in operation["cases"][0]["told"]]
    assert {"acme.confirm", "due", "sent", "came", "page"} <= set(labels)


def test_an_answer_is_kept_to_the_character(folder: Path, parrot: str) -> None:
    document = told(
        folder, "--base-url", parrot, ACME_TOKEN=TOKEN, ACME_SECRET="another secret"
    )

    (came,) = [
        each
        for each in document["operations"][0]["cases"][0]["told"]
        if each.startswith("came:")
    ]
    assert "\u202e\\u001b[31m\u200b" in came


def test_what_was_not_run_says_why(folder: Path) -> None:
    document = told(folder, "--base-url", "http://127.0.0.1:9")

    (operation,) = document["operations"]
    assert 3 == document["totals"]["not_run"]
    assert "ACME_SECRET" in operation["skipped"]


def test_a_module_that_breaks_is_told(folder: Path) -> None:
    (folder / "acme" / "test_odd.py").write_text("import nothing_like_it\n")

    document = told(folder)

    assert "interrupted" == document["run"]["ended"]
    (trouble,) = document["run"]["troubles"]
    assert "nothing_like_it" in trouble["told"]


def test_a_test_without_a_case_is_told_when_it_fails(folder: Path) -> None:
    text = "def test_odd() -> None:\n    assert 1 == 2\n"
    (folder / "acme" / "test_odd.py").write_text(text)

    (trouble,) = told(folder, "-n", "2")["run"]["troubles"]

    assert trouble["where"].endswith("test_odd.py::test_odd")
