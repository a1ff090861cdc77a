"""The harness's faults, met by this project's client and by its peers, side by side.

Each client makes two calls: the first meets the fault, the second meets none. A client
passes a fault when all seven of these hold, and tells outcomes when the eighth does:

    time      each call ends within the time limit and a second
    memory    the calls take at most 32 MiB more
    errors    what is raised is what the client's documentation says to catch
    success   no success where the answer is none, or is another call's
    once      nothing is sent twice
    silent    neither errors nor log nor repr show the token or the OTP
    next      the second call gets its own answer
    outcome   the client tells "unknown" from "not sent" as the fault's table says

Of the peers, a connection error counts as "not sent" and any other as "unknown", which is
more than they say. Peers are installed into a temporary environment, or into `--peers`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import queue
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from faults_caller import SECRET, TOKEN

from specmill.contracts import contract
from specmill.harness.certificates import Certificates
from specmill.harness.contract import Contract
from specmill.harness.faults import FAULTS
from specmill.harness.line import TransportFault
from specmill.harness.provider import Provider
from specmill.harness.sealing import MISSIGNED, UNSIGNED
from specmill.pipeline import Project, generate, understand

HERE: Final = Path(__file__).parent
TIMEOUT: Final = 1.0
SLACK: Final = 1.0
PATIENCE: Final = 3.0
"""Seconds after which a client that does not come back is ended."""
MEBIBYTES: Final = 32.0
PEER: Final = "openapi-python-client==0.29.1"
CHECKS: Final = (
    "time",
    "memory",
    "errors",
    "success",
    "once",
    "silent",
    "next",
    "outcome",
)
ALWAYS: Final = "silent"
"""A client that leaks on every call would pass nothing; this one is set aside then."""

PARTNER: Final = """\
partner: toy
title: Toy
pages:
  verify: {title: Verify, url: "https://docs.toy.example/verify", read: "2026-11-21"}
servers:
  sandbox: {url: "https://toy.example", evidence: table}
credentials:
  token: {summary: The token., secret: true, evidence: table, example: token-of-the-example}
  secret: {summary: What replies are signed with., secret: true, evidence: table}
"""
OPERATION: Final = """\
operation: verify
summary: Verify an OTP.
page: verify
effect: verifies an OTP
request:
  method: POST
  path: /otp
  evidence: {method: table, path: table}
  headers:
    Authorization:
      type: string
      required: true
      prefix: "Bearer "
      from: {credential: token}
      evidence: table
  body:
    format: json
    fields:
      otp: {type: string, required: true, secret: true, evidence: table, example: "123456"}
      reference: {type: string, required: true, evidence: table, example: R-0}
replies:
  - name: verified
    summary: The OTP is right.
    when: {http: 200, equals: {body.resultInfo.resultCode: "0000"}}
    outcome: success
    code: body.resultInfo.resultCode
    defaults: {required: true, evidence: table}
    body:
      format: json
      fields:
        resultInfo:
          type: object
          fields: {resultCode: {type: string}, resultMsg: {type: string}}
        reference: {type: string, echoes: body.reference}
    example: {resultInfo: {resultCode: "0000", resultMsg: Fine}, reference: R-0}
"""
SIGNED: Final = (
    OPERATION.replace("operation: verify", "operation: verify_signed") + """\
    signature:
      at: headers.X-Signature
      algorithm: HMAC-SHA256
      key: {credential: secret}
      parts: [body]
      separator: ""
      encoding: hex
      evidence: table
"""
)
"""The same, proved by its partner: a fault in the proof needs one, and any other fault
would be found by it."""


def _text(*names: str) -> dict[str, Any]:
    texts = {name: {"type": "string"} for name in names}
    return {"type": "object", "required": list(names), "properties": texts}


def _schema(name: str) -> dict[str, Any]:
    return {"schema": {"$ref": f"#/components/schemas/{name}"}}


_RESULT: Final = _text("resultCode", "resultMsg")
OPENAPI: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "toy", "version": "1"},
    "paths": {
        "/otp": {
            "post": {
                "operationId": "verify",
                "security": [{"token": []}],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": _schema("Request")},
                },
                "responses": {
                    "200": {
                        "description": "The OTP is right.",
                        "content": {"application/json": _schema("Reply")},
                    }
                },
            }
        }
    },
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Request": _text("otp", "reference"),
            "ResultInfo": _RESULT,
            "Reply": {
                "type": "object",
                "required": ["resultInfo", "reference"],
                "properties": {
                    "resultInfo": {"$ref": "#/components/schemas/ResultInfo"},
                    "reference": {"type": "string"},
                },
            },
        },
    },
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A client that is tried: what it is called and how its process is started."""

    kind: str
    python: Path
    path: Path | None


@dataclass(frozen=True, slots=True)
class Held:
    """What the server keeps to: the operation, and the same with a signed reply."""

    plain: Contract
    signed: Contract

    def under(self, fault: TransportFault) -> Contract:
        is_of_proof = fault.name in (UNSIGNED, MISSIGNED)
        return self.signed if is_of_proof else self.plain


class Caller:
    """The process of a subject; ended and started anew when it does not come back."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._start()

    def _start(self) -> None:
        subject = self._subject
        path = {"PYTHONPATH": str(subject.path)} if subject.path else {}
        self._process = subprocess.Popen(
            [str(subject.python), str(HERE / "faults_caller.py"), subject.kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**_environment(), **path},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(
            target=_read, args=(self._process, self._lines), daemon=True
        ).start()

    def call(self, told: Mapping[str, object]) -> dict[str, Any] | None:
        """Return what came of two calls; None where the process had to be ended."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        try:
            line = self._lines.get(timeout=2 * TIMEOUT + PATIENCE)
        except queue.Empty:
            line = ""
        if not line:
            self.close()
            self._start()
            return None
        found: dict[str, Any] = json.loads(line)
        return found

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


def _read(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
    lines.put("")


def _environment() -> dict[str, str]:
    """Return what a client needs, and nothing that would make one behave otherwise."""
    kept = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        peers = options.peers or root / "peers"
        held = _generated(root / "ours")
        subjects = (
            Subject("specmill", Path(sys.executable), root / "ours" / "generated"),
            Subject(
                "specmill, kept", Path(sys.executable), root / "ours" / "generated"
            ),
            Subject("httpx2", Path(sys.executable), None),
            Subject("openapi-python-client", *_peer(peers, root / "theirs")),
        )
        names = [name for name in FAULTS if options.only in name]
        found = {each.kind: _tried(each, held, names, root) for each in subjects}
    print(_table(found))
    if not options.only:
        _write(found, options.results)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py faults", description=__doc__)
    parser.add_argument("--peers", type=Path, help="a virtual environment to keep")
    parser.add_argument("--only", default="", help="faults whose name has this")
    parser.add_argument(
        "--results", type=Path, default=HERE / "results" / "faults.json"
    )
    return parser.parse_args(arguments)


def _generated(root: Path) -> Held:
    """Generate our client and return the contracts that all are held to."""
    folder = root / "specs" / "toy"
    folder.mkdir(parents=True)
    (folder / "partner.yaml").write_text(PARTNER)
    (folder / "verify.yaml").write_text(OPERATION)
    (folder / "verify_signed.yaml").write_text(SIGNED)
    project = Project(root)
    generate(project)
    (partner,) = understand(project).partners
    plain, signed = (contract(partner, each) for each in partner.operations)
    return Held(plain, signed)


def _peer(environment: Path, root: Path) -> tuple[Path, Path]:
    """Install the peer where it is not yet, and let it generate its client."""
    python = environment / "bin" / "python"
    if not python.exists():
        venv.create(environment, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", PEER]
        subprocess.run(command, check=True)
    root.mkdir()
    document = root / "openapi.json"
    document.write_text(json.dumps(OPENAPI))
    command = [str(environment / "bin" / "openapi-python-client"), "generate"]
    given = ["--path", str(document), "--meta", "none"]
    subprocess.run(
        [*command, *given, "--output-path", str(root / "toy_client")],
        check=True,
        capture_output=True,
        env={**_environment(), "PATH": f"{environment / 'bin'}:{os.environ['PATH']}"},
    )
    return python, root


def _tried(
    subject: Subject, held: Held, names: list[str], root: Path
) -> dict[str, list[str]]:
    """Return, by fault, the checks that *subject* fails."""
    made = Certificates()
    authority = root / "authority.pem"
    authority.write_bytes(made.authority)
    caller = Caller(subject)
    # What a client loads with its first call is no matter of faults.
    _failed(caller, held, FAULTS["interim-continue"], made, authority)
    try:
        return {
            name: _failed(caller, held, FAULTS[name], made, authority)
            for name in _watched(names, subject.kind)
        }
    finally:
        caller.close()


def _watched(names: list[str], kind: str) -> Iterator[str]:
    """Yield *names*, and tell a person who watches how far it is."""
    for number, name in enumerate(names, 1):
        if number % 20 == 0 or number == len(names):
            print(f"{kind}: {number} of {len(names)} faults", file=sys.stderr)
        yield name


def _failed(
    caller: Caller,
    held: Held,
    fault: TransportFault,
    made: Certificates,
    authority: Path,
) -> list[str]:
    is_absent = fault.stage == "listen"
    faults = (fault.name,) if is_absent else (fault.name, "none")
    tls = made if fault.tls else None
    known = {"token": TOKEN, "secret": SECRET}
    served = held.under(fault)
    with Provider([served], credentials=known, faults=faults, tls=tls) as provider:
        told = {
            "url": provider.url(served.partner),
            "is_signed": served is held.signed,
            "authority": str(authority) if fault.tls else None,
            "timeout": TIMEOUT,
        }
        found = caller.call(told)
        log = provider.log
    if found is None:
        return ["time", "outcome"]
    first, second = found["calls"]
    sent = [record.document for record in log.records if record.document]
    firsts = [each for each in sent if each.get("body", {}).get("reference") == "R1"]
    # What comes late is a failure of time, not of truth.
    is_false = first["outcome"] == "another's" or (
        first["outcome"] == "answered"
        and "answered" not in fault.outcomes
        and not fault.name.startswith("slow-")
    )
    kept = {
        "time": all(each["seconds"] <= TIMEOUT + SLACK for each in found["calls"]),
        "memory": found["mebibytes"] <= MEBIBYTES,
        "errors": all(each["documented"] for each in found["calls"]),
        "success": not is_false,
        "once": len(firsts) <= 1 and log.connections <= 2,
        "silent": not any(each["leaks"] for each in found["calls"]),
        "next": is_absent or second["outcome"] == "answered",
        "outcome": first["outcome"] in fault.outcomes,
    }
    return [check for check in CHECKS if not kept[check]]


def _table(found: Mapping[str, Mapping[str, list[str]]]) -> str:
    """Return the figures as a table of Markdown."""
    heads = ["client", "faults", "seven", *CHECKS]
    lines = ["| " + " | ".join(heads) + " |", "| --- " * len(heads) + "|"]
    for kind, failed in found.items():
        figures = [str(figure) for figure in figures_of(failed).values()]
        lines.append("| " + " | ".join([kind, *figures]) + " |")
    return "\n".join(lines)


def figures_of(failed: Mapping[str, list[str]]) -> dict[str, int]:
    """Count the faults under which each check held; `seven` is all but the outcome."""
    leaks_always = all(
        ALWAYS in checks or "time" in checks for checks in failed.values()
    )
    aside = {"outcome", ALWAYS} if leaks_always else {"outcome"}
    figures = {
        "faults": len(failed),
        "seven": sum(set(checks) <= aside for checks in failed.values()),
    }
    for check in CHECKS:
        figures[check] = sum(check not in checks for checks in failed.values())
    return figures


def _write(found: Mapping[str, Mapping[str, list[str]]], path: Path) -> None:
    results = {
        "benchmark": "faults",
        "day": time.strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "system": platform.system(),
        "seconds": {"limit": TIMEOUT, "slack": SLACK},
        "peers": {"openapi-python-client": PEER.partition("==")[2]},
        "figures": {kind: figures_of(failed) for kind, failed in found.items()},
        "failed": {
            kind: {name: checks for name, checks in failed.items() if checks}
            for kind, failed in found.items()
        },
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
