"""Published examples of signatures, made again by the client's recipe and by ours."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from typing import Any, ClassVar

from .cases import Case, broken
from .clients import Client, Partner
from .light import dataclass
from .pointers import Json, put
from .signatures import Signed, signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs(Case):
    """A published example, which the generated client would sign alike."""

    side: ClassVar[str] = "client"

    values: dict[str, Json]
    """What is signed by place, such as `credentials.key` and `body.amount`."""
    signature: str

    @property
    def proves(self) -> str:
        return "the published example has the signature that the client makes"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract = partner.contract
        recipe = contract.recipe
        assert recipe is not None
        signed, known = self._signed(), self._credentials()
        for who, made in (
            ("the client", self._by_client(client, contract.operation, signed)),
            ("the recipe of the contract", signature(recipe, signed, known)),
        ):
            if made != self.signature:
                due = f"due: {self.signature}"
                raise broken(contract, self, f"{who} makes {made}", due)

    def _by_client(self, client: Client, operation: str, signed: Signed) -> str:
        package = client.errors.__name__.rpartition(".")[0]
        runtime = f"{package.rpartition('.')[0]}._runtime"
        sign: Any = importlib.import_module(f"{runtime}.signing").sign
        declared: Any = importlib.import_module(f"{package}.operations.{operation}")
        recipe = declared.OPERATION.signature
        return str(
            sign(
                recipe,
                method=signed.method,
                path=signed.path,
                body=signed.body,
                timestamp=signed.timestamp,
                nonce=signed.nonce,
                credentials=self._credentials(),
                encoding=recipe.encoding,
                members=signed.document,
            )
        )

    def _credentials(self) -> dict[str, str]:
        start = "credentials."
        return {
            place.removeprefix(start): str(value)
            for place, value in self.values.items()
            if place.startswith(start)
        }

    def _signed(self) -> Signed:
        document: Json = {}
        for place, value in self.values.items():
            place, *inner = place.split(".")
            if inner and place != "credentials":
                document = put(document, (place, *inner), value)
        body = self.values.get("body")
        if body is None:
            body = _compact(document["body"]) if "body" in document else ""
        elif "body" not in document:
            document = {**document, "body": _read(body)}
        text = {
            word: str(self.values.get(word, ""))
            for word in ("method", "path", "timestamp", "nonce")
        }
        return Signed(body=str(body).encode(), document=document, **text)


def _compact(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(body: str) -> Mapping[str, Json]:
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
