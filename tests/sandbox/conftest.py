"""The partner's sandbox, where its server stands beside the checkout; else a reason."""

from __future__ import annotations

import importlib.util

import pytest
from sandbox_server import SERVED


@pytest.fixture(scope="session")
def source() -> str:
    """Return the text of the sandbox's server, or skip with what is missing."""
    if not SERVED.is_file():
        pytest.skip(f"no sandbox stands beside the checkout: {SERVED} is missing")
    for library in ("starlette", "uvicorn"):
        if importlib.util.find_spec(library) is None:
            pytest.skip(f"the sandbox needs {library}, which is not installed")
    return SERVED.read_text("utf-8")
