from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--hostile-texts",
        type=int,
        default=1,
        metavar="N",
        help="how many made-up texts are tried at each place of a spec",
    )
