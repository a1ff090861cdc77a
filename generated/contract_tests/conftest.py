"""The options, fixtures and summary of the contract tests."""

from __future__ import annotations

import sys
from pathlib import Path

# The generated clients stand beside this folder, and need not be installed.
sys.path.insert(0, str(Path(__file__).parent.parent))

from contract_tests._harness.plugin import (
    faulty,
    partner,
    provider,
    pytest_addoption,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_ignore_collect,
    pytest_pycollect_makeitem,
    server,
)

__all__ = [
    "faulty",
    "partner",
    "provider",
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_ignore_collect",
    "pytest_pycollect_makeitem",
    "server",
]
