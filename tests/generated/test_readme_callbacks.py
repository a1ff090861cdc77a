"""What the README tells of calls to us: each program serves its handler as it stands."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from specmill.pipeline import Project, generate

SPECS = Path(__file__).parents[1] / "golden" / "callbacks" / "specs"
PATHS = {
    "balance_inquiry": ("POST", "/acme/balance_inquiry", 401),
    "order_notice": ("POST", "/acme/order_notice", 400),
    "payment_notice": ("POST", "/acme/payment_notice", 401),
    "payout_notice": ("PUT", "/hooks/payout", 401),
    "return_url": ("GET", "/return/123456789012?result=ok", 200),
    "statement": ("POST", "/acme/statement", 401),
}
"""An empty call to each callback, and how that is answered."""


@pytest.fixture(scope="module")
def readme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the README of a package that takes calls, which can be imported."""
    root = tmp_path_factory.mktemp("readme")
    shutil.copytree(SPECS, root / "specs")
    project = Project(root, package="served_apis")
    generate(project)
    sys.path.insert(0, str(project.target))
    yield (project.target / "README.md").read_text("utf-8")
    sys.path.remove(str(project.target))


@pytest.fixture(params=PATHS)
def served(
    request: pytest.FixtureRequest, readme: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, dict[str, Any]]:
    """Return the name of a callback, and what its program of the README made."""
    values = {"WEBHOOK_SECRET": "a", "PUBLIC_KEY": public_key()}
    for name, value in {**values, "HOOK_USER": "b", "HOOK_PASSWORD": "c"}.items():
        monkeypatch.setenv(f"ACME_{name}", value)
    programs = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    wanted = f"callbacks.{request.param} import"
    (program,) = [each for each in programs if wanted in each]
    made: dict[str, Any] = {"__name__": "program"}
    exec(compile(program, "README.md", "exec"), made)
    return request.param, made


def public_key() -> str:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 2048).public_key()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_bytes(serialization.Encoding.PEM, form).decode()


def test_flask_serves_it(served: tuple[str, dict[str, Any]]) -> None:
    name, made = served
    method, path, status = PATHS[name]

    assert status == made["wsgi"].test_client().open(path, method=method).status_code


def test_starlette_serves_it(served: tuple[str, dict[str, Any]]) -> None:
    name, made = served
    method, path, status = PATHS[name]

    assert status == asyncio.run(asked(made["asgi"], method, path))


async def asked(app: Any, method: str, target: str) -> int:
    """Return the status with which *app* answers an empty call."""
    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [],
    }
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return int(sent[0]["status"])


def test_every_handler_is_listed(readme: str) -> None:
    listed = re.findall(r"`acme\.callbacks\.(\w+)\.\w+Handler`", readme)

    assert sorted(PATHS) == sorted(listed)


def test_it_is_told_when_a_call_comes_again(readme: str) -> None:
    assert "The notice comes again, every 900 s, at most 5 times" in readme
