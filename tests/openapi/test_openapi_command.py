"""`specmill export openapi` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from specmill.__main__ import main

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> int:
    return main(["export", "--project", str(ROOT), "openapi", *arguments])


def operations(document: dict) -> list[str]:
    return [
        each["operationId"]
        for item in document["paths"].values()
        for each in item.values()
        if "operationId" in each
    ]


@pytest.mark.parametrize(
    ("of", "due"),
    [
        ("paytm", ["paytm.verify_otp"]),
        ("aopay.submit_otp", ["aopay.submit_otp"]),
        ("submit_otp", ["aopay.submit_otp"]),
    ],
)
def test_one_partner_or_one_operation_is_exported(
    of: str, due: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--of", of)

    assert 0 == code
    assert due == operations(yaml.safe_load(capsys.readouterr().out))


def test_everything_is_exported_where_nothing_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run()

    assert 5 == len(operations(yaml.safe_load(capsys.readouterr().out)))


@pytest.mark.parametrize(
    ("of", "says"),
    [
        ("payt", "there is no 'payt'; did you mean 'paytm'?"),
        ("nobody", "there is no operation 'nobody'; known are"),
        (
            "verify_otp",
            "'verify_otp' could be ayoconnect.verify_otp or paytm.verify_otp",
        ),
    ],
)
def test_a_wrong_name_is_told(
    of: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--of", of)

    assert 2 == code
    assert says in capsys.readouterr().err


def test_a_file_is_replaced_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "openapi.json"
    target.write_text("old")

    code = run("-o", str(target))

    assert 0 == code
    assert "3.1.0" == json.loads(target.read_text("utf-8"))["openapi"]
    assert [target] == list(tmp_path.iterdir())
    assert "5 operations; " in capsys.readouterr().out


def test_a_folder_that_is_missing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("-o", str(tmp_path / "no" / "openapi.yaml"))

    assert 2 == code
    assert "no such file or directory" in capsys.readouterr().err
