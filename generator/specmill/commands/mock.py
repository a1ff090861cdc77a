"""`specmill mock`: the embedded provider, served for calls of one's own."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..output import replace_file
from .command import FINDINGS, WELL, Commands, UsageError, add, project_of
from .specs import understood

if TYPE_CHECKING:
    from ..harness.certificates import Certificates
    from ..harness.provider import Provider


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(commands, "mock", "serve the documented replies on loopback", _mock)
    parser.epilog = ASKING
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument(
        "--port", type=_port, default=9800, help="the port; 0 picks one"
    )
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME",
        dest="faults",
        help="what each connection meets; of several, connections take turns, and 'none'"
        " is no fault",
    )
    parser.add_argument(
        "--list-faults", action="store_true", help="print the faults and what they do"
    )
    parser.add_argument(
        "--tls",
        type=Path,
        metavar="FILE",
        help="serve HTTPS, and write the authority that callers have to trust to FILE",
    )


ASKING: Final = (
    "URLs start with /<partner>. Ask for a reply with the header 'Specmill-Reply: NAME or"
    " CODE', for a fault with 'Specmill-Fault: NAME'; GET /__specmill/ lists them."
)
"""How a request to the mock chooses its answer."""


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number


def _mock(options: argparse.Namespace) -> int:
    if options.list_faults:
        return _list_faults()
    from ..contracts import contract
    from ..harness.provider import serve

    api = understood(project_of(options))
    if api is None:
        return FINDINGS
    contracts = [
        contract(partner, operation)
        for partner in api.partners
        for operation in partner.operations
    ]
    tls = None if options.tls is None else _certificates(options.tls)
    try:
        with suppress(KeyboardInterrupt):  # which may come before anything is served
            serve(
                contracts,
                options.host,
                options.port,
                faults=options.faults,
                tls=tls,
                ready=_served,
            )
    except ValueError as error:
        hint = "'specmill mock --list-faults' lists them; --tls FILE serves TLS"
        raise UsageError(f"{error}; {hint}") from None
    return WELL


def _list_faults() -> int:
    from ..harness.faults import FAULTS

    width = max(len(name) for name in FAULTS)
    for fault in FAULTS.values():
        print(f"{fault.name:{width}}  {fault.says} ({' or '.join(fault.outcomes)})")
    return WELL


def _certificates(path: Path) -> Certificates:
    from ..harness.certificates import Certificates

    try:
        made = Certificates()
    except ImportError:
        raise UsageError(
            "TLS needs the package cryptography: pip install 'specmill[tls]'"
        ) from None
    replace_file(path, made.authority)
    return made


def _served(provider: Provider) -> None:
    """Tell where the operations are and how to ask for another answer."""
    for contract in provider.contracts:
        url = provider.url(contract.partner) + contract.path
        print(f"{contract.name}: {contract.method} {url}")
    print(f"{ASKING} Ctrl-C ends.", flush=True)
