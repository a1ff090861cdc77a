"""What it costs to hold a request and a reply to the page, against pydantic and msgspec.

In one process, in turns; CPU of one. Ours tells every violation with its pointer; so does
pydantic, msgspec tells the first.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Annotated, Any, Final, Literal

import signed
from clean import environment
from turns import ROUNDS, Row, options_of, told, undistorted

TIMES: Final = 20_000
PEER: Final = "msgspec==0.22.0"


_TIME: Final = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$"
)
"""What peers hold a time to: its shape. Ours knows the calendar."""


def main(arguments: Sequence[str]) -> int:
    if arguments == ["inside"]:
        print(json.dumps({name: _spent(*each) for name, each in _ways().items()}))
        return 0
    parser = options_of("judge")
    parser.add_argument("--environment", type=Path, metavar="DIR")
    options = parser.parse_args(arguments)
    return told("judge", measure(options), options)


def measure(options: argparse.Namespace) -> Iterator[Row]:
    with (
        environment(options.environment, PEER) as python,
        tempfile.TemporaryDirectory(prefix="specmill-judge-") as folder,
    ):
        package = signed.generate(python, Path(folder))
        line = [str(python), str(Path(__file__).with_name("run.py")), "judge", "inside"]
        given = {**undistorted(), "PYTHONPATH": str(package)}
        rounds = [
            json.loads(subprocess.check_output(line, env=given)) for _ in range(ROUNDS)
        ]
    spent = {name: median(each[name] for each in rounds) for name in rounds[0]}
    for name, seconds in spent.items():
        yield Row(f"{name}, CPU", 1e6 * seconds, "us")
    for what, mine, other, goal in (
        ("a valid request", "specmill", "pydantic", 0.3),
        ("a valid request", "specmill", "msgspec", 1.0),
        ("a wrong request", "specmill", "pydantic", None),
        ("a reply's bytes", "specmill", "pydantic", 0.8),
        ("a reply's bytes", "specmill, as a model", "pydantic", None),
    ):
        ratio = spent[f"{what}, {mine}"] / spent[f"{what}, {other}"]
        yield Row(f"{what}: {mine} to {other}", ratio, "x", goal)


def _spent(call: Callable[[], object], times: int) -> float:
    for _ in range(times // 20):
        call()
    began = process_time()
    for _ in range(times):
        call()
    return (process_time() - began) / times


def _ways() -> dict[str, tuple[Callable[[], object], int]]:
    import msgspec  # type: ignore[import-not-found]
    from partner_apis.bench.models.pay import (  # type: ignore[import-not-found]
        PayPaid,
    )
    from partner_apis.bench.validators import pay  # type: ignore[import-not-found]
    from pydantic import ValidationError

    from partner_apis._runtime import model  # type: ignore[import-not-found]
    from partner_apis._runtime.strict_json import (  # type: ignore[import-not-found]
        decode,
    )

    headers = {"X-Key": "k", "X-Time": "2026-11-22T10:00:00+00:00", "X-Sign": "00"}
    good = {"headers": headers, "body": signed.ARGUMENTS}
    bad = {"headers": headers, "body": _broken()}
    request, reply = _pydantic()
    struct = _msgspec()
    assert not pay.pay_request(good)
    assert 4 == len(pay.pay_request(bad))
    assert not pay.pay_paid(decode(signed.REPLY))

    def refused_by_pydantic() -> int:
        try:
            request.model_validate(bad)
        except ValidationError as error:
            return len(error.errors())
        raise AssertionError

    def refused_by_msgspec() -> str:
        try:
            msgspec.convert(bad, struct)
        except msgspec.ValidationError as error:
            return str(error)
        raise AssertionError

    assert 4 == refused_by_pydantic()

    def read() -> object:
        value = decode(signed.REPLY)
        return value if not pay.pay_paid(value) else None

    def as_model() -> object:
        value = decode(signed.REPLY)
        return model.read(PayPaid, value, tuple(pay.pay_paid(value)), None)

    assert read() is not None
    assert "Paid" == getattr(as_model(), "message", None)
    return {
        "a valid request, specmill": (lambda: pay.pay_request(good), TIMES),
        "a valid request, pydantic": (lambda: request.model_validate(good), TIMES),
        "a valid request, msgspec": (lambda: msgspec.convert(good, struct), TIMES),
        "a wrong request, specmill": (lambda: pay.pay_request(bad), TIMES),
        "a wrong request, pydantic": (refused_by_pydantic, TIMES // 4),
        "a wrong request, msgspec": (refused_by_msgspec, TIMES // 4),
        "a reply's bytes, specmill": (read, TIMES // 4),
        "a reply's bytes, specmill, as a model": (as_model, TIMES // 4),
        "a reply's bytes, pydantic": (
            lambda: reply.model_validate_json(signed.REPLY),
            TIMES // 4,
        ),
    }


def _broken() -> dict[str, Any]:
    wrong = {"reference": "R" * 21, "account": "12345678x", "amount": 0, "count": "3"}
    return {**signed.ARGUMENTS, **wrong}


def _pydantic() -> tuple[Any, Any]:
    from pydantic import BaseModel, ConfigDict, Field, create_model

    strict = ConfigDict(strict=True)

    def text(low: int, high: int, pattern: str | None = None) -> Any:
        return Annotated[str, Field(min_length=low, max_length=high, pattern=pattern)]

    def number(low: int, high: int) -> Any:
        return Annotated[int, Field(ge=low, le=high)]

    body = create_model(
        "Body",
        __config__=strict,
        reference=(text(1, 20), ...),
        account=(text(8, 15, r"\A[0-9]+\z"), ...),
        name=(text(0, 35), ...),
        channel=(Literal["SMS", "VOICE", "APP"], ...),
        amount=(number(1, 1_000_000), ...),
        count=(number(1, 99), ...),
        urgent=(bool, ...),
        currency=(text(3, 3), ...),
        note=(text(0, 140), None),
        branch=(text(4, 4), None),
    )
    headers = create_model(
        "Headers",
        __config__=strict,
        key=(str, Field(alias="X-Key")),
        time=(text(25, 25, _TIME), Field(alias="X-Time")),
        sign=(str, Field(alias="X-Sign")),
    )
    request = create_model(
        "Request", __config__=strict, headers=(headers, ...), body=(body, ...)
    )
    entry = create_model(
        "Entry",
        __config__=strict,
        kind=(Literal["amount", "fee"], ...),
        value=(number(0, 1_000_000), ...),
        text=(text(0, 60), ...),
    )
    reply = create_model(
        "Reply",
        __config__=strict,
        code=(text(4, 4), ...),
        message=(str, ...),
        reference=(str, ...),
        paid=(bool, ...),
        entries=(list[entry], ...),  # type: ignore[valid-type]
    )
    assert issubclass(request, BaseModel)
    return request, reply


def _msgspec() -> Any:
    import msgspec

    def text(low: int, high: int, pattern: str | None = None) -> Any:
        meta = msgspec.Meta(min_length=low, max_length=high, pattern=pattern)
        return Annotated[str, meta]

    def number(low: int, high: int) -> Any:
        return Annotated[int, msgspec.Meta(ge=low, le=high)]

    body = msgspec.defstruct(
        "Body",
        [
            ("reference", text(1, 20)),
            ("account", text(8, 15, r"\A[0-9]+\Z")),
            ("name", text(0, 35)),
            ("channel", Literal["SMS", "VOICE", "APP"]),
            ("amount", number(1, 1_000_000)),
            ("count", number(1, 99)),
            ("urgent", bool),
            ("currency", text(3, 3)),
            ("note", text(0, 140), ""),
            ("branch", text(4, 4), ""),
        ],
    )
    headers = msgspec.defstruct(
        "Headers",
        [("key", str), ("time", text(25, 25, _TIME)), ("sign", str)],
        rename={"key": "X-Key", "time": "X-Time", "sign": "X-Sign"},
    )
    return msgspec.defstruct("Request", [("headers", headers), ("body", body)])
