"""Cases about clients that present a certificate of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .cases import Case, broken
from .clients import TIMEOUT, Client, Partner, runner, ticking
from .contract import Contract
from .light import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Presents(Case):
    """A call to a server that takes no caller without a certificate."""

    side: ClassVar[str] = "client"

    @property
    def proves(self) -> str:
        return (
            "a call without a certificate is refused before it is sent, and one with a"
            " certificate arrives"
        )

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract = partner.contract
        # Here, for the tool makes cases and provides nothing.
        from .certificates import Certificates
        from .provider import Provider

        made = Certificates(asks=True)
        with Provider((contract,), tls=made) as provider:
            base_url = provider.url(contract.partner, operation=contract.operation)
            base_url = base_url.replace("http:", "https:", 1)
            refused = _made(client, contract, base_url)
            if not isinstance(refused, client.errors.MissingCertificate):
                told = f"came without one: {refused!r}"
                raise broken(contract, self, told, "due: MissingCertificate")
            if provider.log.connections:
                raise broken(contract, self, "the client connected all the same")
            _made(client, contract, base_url, ssl_context=made.presenting())
            if len(provider.log.records) != 1:
                came = f"came with one: {len(provider.log.records)} requests"
                raise broken(contract, self, came, "due: one request")


def _made(client: Client, contract: Contract, base_url: str, **more: Any) -> Any:
    """Make one call and return what it raised, if anything."""
    settings: dict[str, Any] = {
        "base_url": base_url,
        "credentials": {each.name: each.example for each in contract.credentials},
        "facts": contract.stated,
        "timeout": TIMEOUT,
        "clock": ticking(),
        **more,
    }
    try:
        if client.is_awaited:
            return runner().run(_awaited(client, contract, settings))
        with client.kind(**settings) as caller:
            getattr(caller, contract.operation)(**client.arguments)
    except client.errors.ApiError as error:
        return error
    return None


async def _awaited(
    client: Client, contract: Contract, settings: Mapping[str, Any]
) -> None:
    async with client.kind(**settings) as caller:
        await getattr(caller, contract.operation)(**client.arguments)
