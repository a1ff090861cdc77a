"""What reading specs with their positions costs, against the loaders that others use.

In one process, in turns, over the same specs; CPU for one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median
from time import process_time
from typing import Any, Final

import varied
from turns import ROUNDS, Row, options_of, told

OPERATIONS: Final = 40


def main(arguments: Sequence[str]) -> int:
    parser = options_of("reading")
    return told("reading", measure(), parser.parse_args(arguments))


def measure() -> Iterator[Row]:
    import yaml
    from ruamel.yaml import YAML

    from specmill.read import read

    def round_trip(text: str) -> Any:
        return YAML().load(text)

    def safe(text: str) -> Any:
        return yaml.load(text, yaml.CSafeLoader)

    def ours(text: str) -> Any:
        return read("specs/partner/operation.yaml", text.encode())

    texts = [text for _, text in varied.specs(OPERATIONS)]
    ways: dict[str, Callable[[str], Any]] = {
        "specmill, strict and with positions": ours,
        "PyYAML's safe loader on libyaml, without": safe,
        "ruamel's round-trip loader, with": round_trip,
    }
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = process_time()
            for text in texts:
                way(text)
            found[name].append((process_time() - began) / len(texts))
    spent = {name: median(each) for name, each in found.items()}
    for name, seconds in spent.items():
        yield Row(f"{name}, CPU a spec", 1000 * seconds, "ms")
    mine, plain, slow = spent.values()
    yield Row("specmill to ruamel's round trip", mine / slow, "x", 0.05)
    yield Row("specmill to PyYAML's safe loader", mine / plain, "x")
