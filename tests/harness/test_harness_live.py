"""A run against a server asks no more than it may, and tells what it was not given."""

from __future__ import annotations

import base64
import json
import re
import shlex
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from test_harness_curl import needs_curl, seen
from test_harness_curl import run as run_line
from test_harness_plugin import folder, run

from specmill.harness.allowance import Allowance, Spent, budget_of, rate_of
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of

__all__ = ["folder"]

KEYS = {"ACME_TOKEN": "example-token", "ACME_SECRET": "example-secret"}


def live(
    folder: Path, provider: Provider, *options: str
) -> subprocess.CompletedProcess[str]:
    url = provider.url("acme")
    return run(folder, "--base-url", url, "--rate", "1000/s", *options, **KEYS)


# The allowance ------------------------------------------------------------------------


def test_a_budget_ends() -> None:
    allowance = Allowance(2, 1000)
    allowance.take()
    allowance.take()

    with pytest.raises(Spent):
        allowance.take()


def test_a_rate_is_kept() -> None:
    allowance = Allowance(10, 50)
    began = time.monotonic()
    for _ in range(4):
        allowance.take()

    assert 3 / 50 <= time.monotonic() - began


def test_time_that_was_not_used_is_not_made_up_for() -> None:
    allowance = Allowance(10, 50)
    allowance.take()
    time.sleep(0.1)
    began = time.monotonic()
    for _ in range(3):
        allowance.take()

    assert 2 / 50 <= time.monotonic() - began


def test_one_account_is_shared(tmp_path: Path) -> None:
    taken: list[int] = []

    def work() -> None:
        allowance = Allowance(25, 10_000, tmp_path / "account")
        try:
            while True:
                allowance.take()
                taken.append(1)
        except Spent:
            allowance.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 25 == len(taken)


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "\u0663"])
def test_what_is_no_budget_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number of requests"):
        budget_of(text)


@pytest.mark.parametrize("text", ["0/s", "5", "5/m", "-1/s", "0.0/s", "inf/s"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="requests a second"):
        rate_of(text)


def test_a_rate_may_be_less_than_one_a_second() -> None:
    assert 0.5 == rate_of("0.5/s")


# A run --------------------------------------------------------------------------------


def test_the_limits_are_told_before_anything_is_sent(folder: Path) -> None:
    address = "http://me:pass@partner.invalid/x"
    told = run(folder, "--base-url", address, "-q", **KEYS)

    assert (
        "live: http://***@partner.invalid/x\n"
        "at most 500 requests (--budget N), 5 a second (--rate N/s)\n"
        "calls that change something are not made (--allow-effects)\n"
    ) == told.stdout[: told.stdout.index("sss")]


def test_a_budget_and_a_rate_that_are_asked_for_are_told(folder: Path) -> None:
    limits = ("--budget", "7", "--rate", "0.5/s")
    told = run(folder, "--base-url", "http://127.0.0.1:9", *limits)

    assert "at most 7 requests (--budget N), 0.5 a second (--rate N/s)" in told.stdout


def test_a_server_on_this_machine_has_no_budget(
    folder: Path, document: dict[str, Any]
) -> None:
    with Provider([contract_of(document)]) as provider:
        told = run(folder, "--base-url", provider.url("acme"), **KEYS)

    assert "at most" not in told.stdout


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "workers"])
def test_nothing_is_sent_beyond_the_budget(
    folder: Path, document: dict[str, Any], workers: tuple[str, ...]
) -> None:
    with Provider([contract_of(document)]) as provider:
        told = live(folder, provider, "--budget", "1", *workers)
        sent = len(provider.log.records)

    assert (0, 1) == (told.returncode, sent)
    assert (
        "the budget is used up: 1 requests were made; pass --budget N;"
        " 2 cases were not tried"
    ) in told.stdout


def test_a_wrong_budget_is_wrong_use(folder: Path) -> None:
    told = run(folder, "--budget", "none")

    assert 4 == told.returncode


def test_what_nobody_supplied_is_told_by_the_name_of_what_to_supply(
    folder: Path,
) -> None:
    told = run(folder, "--environment", "sandbox")

    assert [
        "acme.confirm: an address: --base-url URL, or url: in the environment file",
        "acme.confirm: environment variables: ACME_SECRET, ACME_TOKEN",
        "acme.confirm: operations: confirm: values: in an environment file; made up"
        " were query.shop, query.page, body.otp, body.count, body.born",
    ] == re.findall("^acme.confirm: (?!skipped).*", told.stdout, re.MULTILINE)


def test_a_fact_that_was_chosen_is_told(folder: Path, document: dict[str, Any]) -> None:
    text = (folder / "acme" / "confirm.json").read_text()
    chosen = text.replace('"stated": {}', '"stated": {"confirm.path": "/confirm"}')
    (folder / "acme" / "confirm.json").write_text(chosen)

    told = run(folder, "--base-url", "http://127.0.0.1:9")

    assert (
        "acme.confirm: facts: confirm.path in an environment file; tried was /confirm"
    ) in told.stdout


def test_nothing_is_lacking_where_the_embedded_provider_answers(folder: Path) -> None:
    assert "not supplied" not in run(folder).stdout


# Again --------------------------------------------------------------------------------


def failing(document: dict[str, Any]) -> Provider:
    document["codes"][1]["code"] = "99"
    return Provider([contract_of(document)])


def test_a_failure_can_be_repeated_by_a_command(
    folder: Path, document: dict[str, Any]
) -> None:
    with failing(document) as provider:
        told = live(folder, provider)
        (command,) = re.findall(r"^E? *(pytest '.*) --print-curl", told.stdout, re.M)

    shown = subprocess.run(
        [*shlex.split(command), "--collect-only", "-q"],
        cwd=folder.anchor,
        capture_output=True,
        text=True,
    )
    assert "test_confirm.py::test_provider[no-otp]\n" in shown.stdout
    assert command.endswith(f" --base-url {provider.url('acme')}")


@needs_curl
def test_the_printed_line_gets_the_same_answer(
    folder: Path, document: dict[str, Any]
) -> None:
    with failing(document) as provider:
        told = live(folder, provider, "-k", "no-otp", "--print-curl")
        (line,) = re.findall("^curl .*", told.stdout, re.MULTILINE)
        before = len(provider.log.records)
        came = run_line(line, **KEYS)
        (record,) = provider.log.records

    assert 0 == before
    assert ["/body/otp"] == [fault.pointer for fault in record.faults]
    assert came.endswith(
        '{"code": "99", "text": "Missing", "class": "F", "shop": "S-1"}'
    )


@needs_curl
def test_the_line_of_a_failure_gets_the_same_answer_with_its_variables_set(
    folder: Path, document: dict[str, Any]
) -> None:
    with failing(document) as provider:
        told = live(folder, provider, "-k", "no-otp")
        (line,) = re.findall("again: (curl .*)", told.stdout)
        signature = dict(provider.log.records[0].received.headers)["X-Sign"]
        came = run_line(line, ACME_HEADERS_X_SIGN=signature, **KEYS)
        ours, theirs = (record.received for record in provider.log.records)

    assert seen(ours) == seen(theirs)
    assert '{"code": "99"' in came


# Secrets ------------------------------------------------------------------------------

TOKEN = 'pl4nted "token" & more'
SIGNING = "pl4nted-secret"


class Echo(BaseHTTPRequestHandler):
    """A server that answers with all that it was sent, in every form it can think of."""

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        told = {
            "line": self.path,
            "headers": dict(self.headers),
            "body": sent.decode(),
            "token": TOKEN,
            "coded": base64.b64encode(TOKEN.encode()).decode(),
        }
        content = json.dumps(told).encode()
        self.send_response(200, f"OK {TOKEN}")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def echo() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "options", [(), ("--showlocals", "--full-trace"), ("--print-curl",)], ids=str
)
def test_no_secret_reaches_a_report(
    folder: Path,
    tmp_path: Path,
    document: dict[str, Any],
    echo: str,
    options: tuple[str, ...],
) -> None:
    for place in ("query", "body"):
        source = {"kind": "credential", "names": ["token"], "prefix": ""}
        document["request"]["example"][place]["token"] = ""
        document["request"]["sources"].append({"pointer": f"/{place}/token", **source})
    (folder / "acme" / "confirm.json").write_text(json.dumps(document))
    files = [tmp_path / "report.json", tmp_path / "report.xml"]
    kept = ("--report-json", str(files[0]), "--junitxml", str(files[1]))

    told = run(
        *(folder, "--base-url", echo, *kept, *options),
        **{"ACME_TOKEN": TOKEN, "ACME_SECRET": SIGNING},
    )

    text = "".join((told.stdout, told.stderr, *(file.read_text() for file in files)))
    forms = (TOKEN, SIGNING, quote(TOKEN, safe=""), quote_plus(TOKEN), "pl4nted")
    assert "acme.confirm" in text
    assert [] == [form for form in (*forms, b64(TOKEN)) if form in text]


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
