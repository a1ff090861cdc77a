"""The command line as a user meets it: what is printed, and the exit codes."""

from __future__ import annotations

import json
import os
import re
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from specmill.__main__ import main
from specmill.config import ConfigError, find_project
from specmill.harness.faults import FAULTS
from specmill.pipeline import Project

ROOT = Path(__file__).parents[1]


def run(project: Project, *arguments: str) -> int:
    command, *rest = arguments
    return main([command, "--project", str(project.root), *rest])


def test_init_starts_a_project_that_check_accepts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = [main([each, "--project", str(tmp_path)]) for each in ("init", "check")]

    assert [0, 0] == codes
    assert "1 operation of 1 partner" in capsys.readouterr().out


def test_init_replaces_nothing(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project.root / "specs/acme/send_otp.yaml").read_bytes()

    code = run(project, "init", "acme", "send_otp")

    assert 2 == code
    assert "exists; it is not replaced" in capsys.readouterr().err
    assert before == (project.root / "specs/acme/send_otp.yaml").read_bytes()


def test_init_adds_a_page_to_a_partner_and_keeps_its_comments(project: Project) -> None:
    partner = project.root / "specs/acme/partner.yaml"
    partner.write_text(partner.read_text().replace("servers:", "# by hand\nservers:"))

    run(project, "init", "acme", "verify_otp")

    text = partner.read_text()
    assert "  verify-otp:\n" in text
    assert "# by hand\nservers:" in text


def test_init_refuses_a_name_that_is_a_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["init", "--project", str(tmp_path), "../evil"])

    assert 2 == code
    assert "is not a name in snake_case" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "names",
    [("class", "pay"), ("acme", "import"), ("acme", "close"), ("acme", "partner")],
)
def test_init_refuses_a_name_that_check_would_refuse(
    tmp_path: Path, names: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["init", "--project", str(tmp_path), *names])

    assert 2 == code
    assert "choose another name" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_a_project_is_found_from_a_folder_of_its_specs(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root / "specs/acme")

    assert 0 == main(["check"])


def test_the_nearest_project_is_found(project: Project) -> None:
    (project.root / "inner/specs").mkdir(parents=True)
    (project.root / "inner/deep").mkdir()

    found = find_project(project.root / "inner/deep")

    assert Project(project.root / "inner") == found


def test_no_project_is_found_above_a_repository(project: Project) -> None:
    (project.root / "pyproject.toml").write_text("[tool.specmill]\n")
    start = project.root / "repository/deep"
    start.mkdir(parents=True)
    (start.parent / ".git").mkdir()

    assert Project(start) == find_project(start)


def test_check_points_at_what_is_wrong(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = project.root / "specs/acme/send_otp.yaml"
    spec.write_text(spec.read_text().replace("effect:", "efect:"))

    code = run(project, "check")

    assert 1 == code
    told = capsys.readouterr().err
    assert "specs/acme/send_otp.yaml:5:1: unknown-key: " in told
    assert "did you mean 'effect'?" in told
    assert "\n  ^\n" in told


def test_check_warns_of_a_credential_that_nothing_uses(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    partner = project.root / "specs/acme/partner.yaml"
    spare = "  spare: {summary: Spare., secret: true, evidence: table}\n"
    partner.write_text(partner.read_text() + spare)

    code = run(project, "check")

    assert 0 == code
    assert "warning: unused-credential: " in capsys.readouterr().err


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_check_tells_machines_in_json(
    project: Project, style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = project.root / "specs/acme/send_otp.yaml"
    spec.write_text(spec.read_text().replace("effect:", "efect:"))

    run(project, "check", "--format", style)

    assert "unknown-key" in json.dumps(json.loads(capsys.readouterr().out))


def test_generate_check_fails_while_the_output_is_stale(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run(project, "generate", "--check")
    run(project, "generate")
    after = run(project, "generate", "--check")

    assert (1, 0) == (before, after)
    assert "stale: generated/partner_apis/acme/client.py" in capsys.readouterr().err


def test_generate_counts_the_files_of_a_first_run(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "generate")

    first, last = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"added \d+ files to generated", first)
    assert re.fullmatch(r"generated is up to date now: \d+ files", last)


def test_generate_lists_a_few_added_files(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "generate")
    (project.target / "partner_apis/acme/client.py").unlink()
    capsys.readouterr()

    run(project, "generate")

    assert "added generated/partner_apis/acme/client.py\n" in capsys.readouterr().out


def test_generate_names_an_edited_file_and_exits_with_2(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "generate")
    (project.target / "partner_apis/acme/client.py").write_text("mine")

    code = run(project, "generate")

    assert 2 == code
    assert "partner_apis/acme/client.py" in capsys.readouterr().err


def test_a_project_without_specs_is_told_how_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["generate", "--project", str(tmp_path)])

    assert 1 == code
    assert "specmill init" in capsys.readouterr().err


def test_show_prints_an_operation_with_its_evidence(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(project, "show", "send_otp")

    out = capsys.readouterr().out
    assert 0 == code
    assert "POST /v1/otp" in out
    assert "phone: text, required, is text of 8 to 15 characters" in out


@pytest.mark.parametrize("sign", [r"\r", r"\ue000", r"\U000f0000"])
@pytest.mark.parametrize("command", [["show"], ["show", "send_otp"]])
def test_show_escapes_what_a_terminal_would_obey_or_not_show(
    project: Project, sign: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    spec = project.root / "specs/acme/send_otp.yaml"
    told = "summary: Send a one-time password to a customer."
    spec.write_text(spec.read_text().replace(told, f'summary: "a{sign}b"'))

    assert 0 == run(project, *command)

    out = capsys.readouterr().out
    assert rf"a{sign}b" in out
    assert out.isascii()


@pytest.mark.parametrize(
    "arguments", [["show", "a\x1b[2J"], ["check", "--project", "\x1b[2J"], ["\x1b[2J"]]
)
def test_what_was_typed_is_repeated_without_what_a_terminal_would_obey(
    arguments: list[str], tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "specmill", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
    )

    assert "\x1b" not in ended.stderr


def test_a_configuration_is_repeated_without_what_a_terminal_would_obey(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "pyproject.toml").write_text('[tool.specmill]\n"\\u001b[2J" = 1\n')

    assert 2 == run(project, "check")
    assert r"has no key '\x1b[2J'" in capsys.readouterr().err


def test_show_suggests_the_nearest_operation(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(project, "show", "acme.send_opt")

    assert 2 == code
    assert "did you mean 'acme.send_otp'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('pakage = "x"', "did you mean 'package'?"),
        ('package = "not a name"', "should be a package name"),
        ('output = "../elsewhere"', "should be a folder of the project"),
        ("output = 7", "should be a folder of the project"),
        ('package = "class"', "'class' is taken by Python or by a library"),
        ('package = "json"', "'json' is taken by Python or by a library"),
        ('package = "httpx2"', "'httpx2' is taken by Python or by a library"),
        ('package = "contract_tests"', "should be a name of its own"),
        ("max_seconds = 0", "should be a number of seconds, at most 86400"),
        (f"max_seconds = {'9' * 5000}", "is not TOML"),
        (f"max_seconds = {'[' * 5000}{']' * 5000}", "is not TOML"),
        (r'output = "a\u0000b"', "should be a folder of the project"),
        (r'output = "a\u001b[2Jb"', "should be a folder of the project"),
        ('output = ""', "should be a folder of the project"),
        ("max_seconds = nan", "should be a number of seconds"),
        ("max_seconds = true", "should be a number of seconds"),
        ('max_seconds = "60"', "should be a number of seconds"),
        ('output = "specs"', "should be a folder beside the specs"),
        ('output = "./specs/out"', "should be a folder beside the specs"),
        ('output = "."', "should be a folder beside the specs"),
        ('specs = "out/specs"\noutput = "out"', "should be a folder beside the specs"),
    ],
)
def test_a_wrong_configuration_is_told(
    project: Project, table: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "pyproject.toml").write_text(f"[tool.specmill]\n{table}\n")

    code = run(project, "check")

    assert 2 == code
    assert told in capsys.readouterr().err


def test_the_package_can_have_another_name(project: Project) -> None:
    (project.root / "pyproject.toml").write_text(
        '[tool.specmill]\npackage = "our_partners"\noutput = "out"\n'
    )

    run(project, "generate")

    assert (project.root / "out/our_partners/acme/client.py").is_file()


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["export", "json-schema", "--of", "specs"])

    assert 0 == code
    assert "http://json-schema.org/draft-07/schema#" == (
        json.loads(capsys.readouterr().out)["$schema"]
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--project", "/nowhere/at/all"],
        ["generate", "--project", os.devnull],
        ["show", "--project", "/nowhere/at/all", "x"],
    ],
)
def test_wrong_use_is_a_sentence_and_no_traceback(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(arguments)

    told = capsys.readouterr().err
    assert 2 == code
    assert told.startswith("specmill: there is no folder ")


def test_a_closed_pipe_is_no_error(project: Project) -> None:
    command = f"{sys.executable} -m specmill show --project {ROOT} | head -n 1"

    found = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        check=False,
        text=True,
    )

    assert "" == found.stderr


def test_mock_serves_the_documented_replies_and_those_asked_for(
    project: Project,
) -> None:
    command = [sys.executable, "-m", "specmill", "mock", "--port", "0"]
    mock = subprocess.Popen(
        [*command, "--project", str(project.root)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert mock.stdout is not None
        first = mock.stdout.readline()
        url = first.split("POST ")[1].strip()
        asked = urllib.request.Request(
            url, data=b"{}", headers={"Specmill-Reply": "sent"}, method="POST"
        )
        with urllib.request.urlopen(asked, timeout=5) as answer:
            body = json.loads(answer.read())
    finally:
        mock.terminate()
        mock.wait(5)

    assert first.startswith("acme.send_otp: POST http://127.0.0.1:")
    assert "00" == body["code"]


def test_mock_lists_its_faults_and_what_they_come_to(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    found = main(["mock", "--list-faults", "--project", str(project.root)])
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]

    assert (0, list(FAULTS)) == (found, listed)


@pytest.mark.parametrize(
    "given, says",
    [
        (
            ["--fault", "slow-drp"],
            "there is no fault slow-drp; did you mean slow-drip?",
        ),
        (["--fault", "tls-old"], "the fault tls-old needs a provider with TLS"),
    ],
)
def test_mock_refuses_faults_that_cannot_be_had(
    project: Project, capsys: pytest.CaptureFixture[str], given: list[str], says: str
) -> None:
    found = main(["mock", *given, "--project", str(project.root)])

    assert 2 == found
    assert capsys.readouterr().err.startswith(f"specmill: {says}; ")


def test_mock_meets_connections_with_faults_over_tls(
    project: Project, tmp_path: Path
) -> None:
    authority = tmp_path / "authority.pem"
    faults = ["--fault", "bad-gateway", "--fault", "none", "--tls", str(authority)]
    command = [sys.executable, "-m", "specmill", "mock", "--port", "0", *faults]
    mock = subprocess.Popen(
        [*command, "--project", str(project.root)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert mock.stdout is not None
        url = mock.stdout.readline().split("POST ")[1].strip()
        trusting = ssl.create_default_context(cafile=str(authority))
        asked = urllib.request.Request(url, data=b"{}", method="POST")
        statuses = []
        for _ in range(2):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(asked, timeout=20, context=trusting)
            statuses.append(refused.value.code)
    finally:
        mock.terminate()
        mock.wait(5)

    assert [502, 400] == statuses


def test_the_help_of_mock_says_how_to_ask_for_an_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["mock", "--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert "Specmill-Reply: NAME or CODE" in told
    assert "Specmill-Fault: NAME" in told
    assert "GET /__specmill/" in told


def test_check_lists_a_page_that_says_nothing_of_replies(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = project.root / "specs/acme/send_otp.yaml"
    request, _, _ = spec.read_text().partition("replies:")
    spec.write_text(f"{request}replies: unknown\n")

    assert 0 == run(project, "check")
    assert "  acme.send_otp.replies: " in capsys.readouterr().out


def test_a_partner_without_operations_is_exported(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "specs/acme/send_otp.yaml").unlink()

    code = run(project, "export", "openapi", "--format", "json")

    assert 0 == code
    assert {} == json.loads(capsys.readouterr().out)["paths"]


@pytest.mark.parametrize("output", [".git", ".git/x", ".specmill-cache"])
def test_no_output_goes_where_git_or_the_cache_keeps_its_own(
    tmp_path: Path, output: str
) -> None:
    text = f'[tool.specmill]\noutput = "{output}"\n'
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")

    with pytest.raises(ConfigError, match="is not for generated files"):
        find_project(tmp_path)


def test_no_package_hides_what_pydantic_imports(tmp_path: Path) -> None:
    text = '[tool.specmill]\npackage = "typing_extensions"\n'
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")

    with pytest.raises(ConfigError, match="is taken by Python or by a library"):
        find_project(tmp_path)
