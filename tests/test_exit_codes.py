"""Every exit code that is documented, each met by processes of their own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from specmill.init import start
from specmill.output import turn
from specmill.pipeline import Project

ROOT = Path(__file__).parents[1]
ENV = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
PATIENCE = 120
SPEC = "specs/acme/send_otp.yaml"


def ran(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "specmill", *arguments],
        cwd=root,
        env=ENV,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose files are generated."""
    project = Project(tmp_path_factory.mktemp("made"))
    start(project, "acme", "send_otp")
    assert 0 == ran(project.root, "generate").returncode
    return project.root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """Return a copy of it to break."""
    return shutil.copytree(made, tmp_path / "copy", symlinks=True)


def edit(root: Path, path: str, text: str) -> None:
    (root / path).write_text((root / path).read_text("utf-8") + text, "utf-8")


def as_it_is(root: Path) -> None:
    pass


def misspelled(root: Path) -> None:
    edit(root, SPEC, "sumary: twice\n")


def edited(root: Path) -> None:
    text = (root / SPEC).read_text("utf-8")
    changed = re.sub(r"(?m)^summary: .*$", "summary: Another.", text)
    (root / SPEC).write_text(changed, "utf-8")


def by_hand(root: Path) -> None:
    edited(root)
    edit(root, "generated/partner_apis/acme/client.py", "# mine\n")


def untrue(root: Path) -> None:
    """Let the generated client expect another status than the page's."""
    path = root / "generated/partner_apis/acme/operations/send_otp.py"
    text = path.read_text("utf-8")
    assert "http=(200,)" in text
    path.write_text(text.replace("http=(200,)", "http=(201,)"), "utf-8")


def configured_wrongly(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.specmill]\noutput = 5\n")


def a_pipe(root: Path) -> None:
    os.mkfifo(root / "specs/acme/pipe.yaml")


def without_tests(root: Path) -> None:
    shutil.rmtree(root / "generated/contract_tests")


def too_short(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.specmill]\nmax_seconds = 0.001\n")


def not_json(root: Path) -> None:
    (root / "run.json").write_text("[")


Case = tuple[int, Callable[[Path], None], tuple[str, ...]]
CASES: dict[str, Case] = {
    "init": (0, as_it_is, ("init", "other", "pay")),
    "check": (0, as_it_is, ("check",)),
    "generate": (0, edited, ("generate",)),
    "nothing to generate": (0, as_it_is, ("generate",)),
    "nothing stale": (0, as_it_is, ("generate", "--check")),
    "forced": (0, by_hand, ("generate", "--force")),
    "show": (0, as_it_is, ("show",)),
    "export": (0, as_it_is, ("export", "openapi")),
    "export of the language": (0, as_it_is, ("export", "json-schema")),
    "list of faults": (0, as_it_is, ("mock", "--list-faults")),
    "test": (0, as_it_is, ("test",)),
    "mutate": (0, as_it_is, ("mutate", "--every", "400", "-j", "1")),
    "help": (0, as_it_is, ("--help",)),
    "version": (0, as_it_is, ("--version",)),
    "check of a refused spec": (1, misspelled, ("check",)),
    "generate of a refused spec": (1, misspelled, ("generate",)),
    "show of a refused spec": (1, misspelled, ("show",)),
    "export of a refused spec": (1, misspelled, ("export", "openapi")),
    "mock of a refused spec": (1, misspelled, ("mock",)),
    "mutate of a refused spec": (1, misspelled, ("mutate",)),
    "stale": (1, edited, ("generate", "--check")),
    "test that fails": (1, untrue, ("test",)),
    "too slow": (1, too_short, ("check",)),
    "no command": (2, as_it_is, ()),
    "unknown option": (2, as_it_is, ("check", "--chek")),
    "unknown operation": (2, as_it_is, ("show", "nothing_of_the_kind")),
    "no such folder": (2, as_it_is, ("check", "--project", "nowhere")),
    "init of what is there": (2, as_it_is, ("init", "acme", "send_otp")),
    "edits by hand": (2, by_hand, ("generate",)),
    "wrong configuration": (2, configured_wrongly, ("check",)),
    "a spec that cannot be read": (2, a_pipe, ("check",)),
    "test without tests": (2, without_tests, ("test",)),
    "test with an unknown option": (2, as_it_is, ("test", "--", "--no-such-option")),
    "test told where nothing can be": (
        2,
        as_it_is,
        ("test", "--junit", "specs/acme/partner.yaml/run.xml"),
    ),
    "test of no address": (2, as_it_is, ("test", "--base-url", "http://[x/")),
    "mock at no port": (2, as_it_is, ("mock", "--port", "99999")),
    "report of no file": (2, as_it_is, ("report", "none.json", "-o", "x.html")),
    "report of no JSON": (2, not_json, ("report", "run.json", "-o", "x.html")),
    "export to no folder": (2, as_it_is, ("export", "openapi", "-o", "none/x.yaml")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_command_ends_with_the_code_that_is_documented(name: str, root: Path) -> None:
    code, change, arguments = CASES[name]
    change(root)

    ended = ran(root, *arguments)

    assert code == ended.returncode, ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_run_that_waits_in_vain_for_another_ends_with_2(root: Path) -> None:
    edited(root)
    with turn(str(root / "generated")):
        ended = ran(root, "generate")

    assert 2 == ended.returncode
    assert "another run is writing" in ended.stderr


def begun(root: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "specmill", *arguments],
        cwd=root,
        env=ENV,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell starts what runs in the background deaf to Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_an_interrupted_run_ends_with_130_and_has_written_nothing(root: Path) -> None:
    shutil.rmtree(root / ".specmill-cache")
    shutil.rmtree(root / "generated")
    process = begun(root, "generate")
    deadline = time.monotonic() + PATIENCE
    while not (root / ".specmill-cache").exists():  # then it is making the files
        assert time.monotonic() < deadline
        time.sleep(0.005)

    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)

    assert 130 == process.returncode
    assert "specmill: interrupted; nothing was half written\n" == told
    assert not (root / "generated").exists()


@pytest.mark.parametrize(
    "arguments", [("mock", "--port", "0"), ("generate", "--watch")]
)
def test_what_runs_until_it_is_interrupted_ends_with_0(
    root: Path, arguments: tuple[str, ...]
) -> None:
    process = begun(root, *arguments)
    assert process.stdout is not None
    assert process.stdout.readline()  # it is at work

    process.send_signal(signal.SIGINT)

    assert "" == process.communicate(timeout=PATIENCE)[1]
    assert 0 == process.returncode


# Where nobody listens -------------------------------------------------------------------

FULL = Path("/dev/full")
shell = pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")


def shelled(root: Path, rest: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Return how a command ends whose streams a shell has changed."""
    command = f"{sys.executable} -m specmill {rest}; echo code $?"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=root,
        env={**ENV, **env},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@shell
@pytest.mark.parametrize(
    ("code", "rest"),
    [
        (0, "generate >&-"),
        (0, "generate 2>&-"),
        (0, "export openapi >&- 2>&- <&-"),
        (0, "show send_otp >&-"),
        (2, "show send_otp 2>&1 >/dev/full"),
        (2, "export openapi 2>&1 >/dev/full"),
        (2, "generate --check 2>&1 >/dev/full"),
        (2, "chek 2>/dev/full"),
        (0, "export json-schema 2>&1 > >(true)"),
    ],
)
def test_a_stream_that_is_closed_or_full_gives_a_documented_code(
    code: int, rest: str, root: Path
) -> None:
    ended = shelled(root, rest)

    assert "Traceback" not in ended.stdout
    assert "Exception ignored" not in ended.stdout
    assert f"code {code}" == ended.stdout.splitlines()[-1]


@shell
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("rest", ["check 2>/dev/full", "generate 2>/dev/full"])
def test_findings_that_cannot_be_written_are_told_by_the_code(
    rest: str, unbuffered: str, root: Path
) -> None:
    misspelled(root)
    ended = shelled(root, rest, PYTHONUNBUFFERED=unbuffered)

    assert ["code 2"] == ended.stdout.splitlines()


@pytest.mark.parametrize(
    "command", ["show", "show send_otp", "check", "export openapi"]
)
def test_a_locale_without_the_letters_of_a_spec_gives_escapes(
    command: str, root: Path
) -> None:
    text = (root / SPEC).read_text("utf-8")
    changed = re.sub(r"(?m)^summary: .*$", "summary: Caf\xe9 \u6f22.", text)
    (root / SPEC).write_text(changed, "utf-8")

    ended = shelled(root, command, PYTHONIOENCODING="ascii")

    assert "code 0" in ended.stdout
    assert "Traceback" not in ended.stderr
