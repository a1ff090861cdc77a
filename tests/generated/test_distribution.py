"""The generated distribution as its users install and import it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

GENERATED = Path(__file__).parents[2] / "generated"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel of the committed distribution, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = shutil.copytree(
        GENERATED,
        folder / "source",
        ignore=shutil.ignore_patterns("*.egg-info", "build"),
    )
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            copy,
            "-w",
            folder,
        ],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_a_wheel_holds_the_package_and_no_tests(wheel: Path) -> None:
    roots = {name.split("/")[0] for name in names(wheel) if ".dist-info/" not in name}

    assert {"partner_apis"} == roots


def test_a_wheel_says_that_it_is_typed(wheel: Path) -> None:
    assert "partner_apis/py.typed" in names(wheel)


def test_a_wheel_is_imported_without_its_source(wheel: Path, tmp_path: Path) -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, sys.argv[1]);"
            "from partner_apis.paytm import PaytmClient; print(PaytmClient.__name__)",
            str(wheel),
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )

    assert "PaytmClient" == found.stdout.strip()


def test_importing_a_client_loads_neither_models_nor_pydantic() -> None:
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.path.insert(0, sys.argv[1]);"
            "from partner_apis.aopay import AopayClient;"
            "print([name for name in sys.modules"
            " if name == 'pydantic' or '.models' in name or '.operations' in name])",
            str(GENERATED),
        ],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "[]" == found.stdout.strip()


@pytest.mark.parametrize(
    "path", sorted((GENERATED / "partner_apis").glob("[a-z]*/*.py")), ids=str
)
def test_every_generated_name_has_a_docstring(path: Path) -> None:
    import ast

    module = ast.parse(path.read_text("utf-8"))
    public = [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
    ]
    silent = [node.name for node in public if not ast.get_docstring(node)]

    assert ast.get_docstring(module)
    assert [] == silent
