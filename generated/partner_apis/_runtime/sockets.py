"""Connections that block, under one deadline.

Below `http1`.
"""

from __future__ import annotations

import select
import socket
import ssl
import threading
from typing import Any, Final

from .exchange import Target, spoken
from .transport import remaining

CHUNK: Final = 64 * 1024


def connected(target: Target, deadline: float) -> socket.socket:
    """Try each address of the host in turn, each with its share of the time."""
    addresses = _addresses(target, deadline)
    failed: OSError = OSError("the host has no address")
    for tried, (family, kind, protocol, _, address) in enumerate(addresses):
        share = remaining(deadline, sent=False) / (len(addresses) - tried)
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(share)
            connection.connect(address)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
        except BaseException as error:
            connection.close()
            if not isinstance(error, OSError):
                raise
            failed = error
    raise failed


def _addresses(target: Target, deadline: float) -> list[Any]:
    """Return what getaddrinfo says, in time; it has no time limit of its own."""
    if target.is_address:
        return numeric(target)
    found: list[Any] = []
    failed: list[OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            found.extend(
                socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            )
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(remaining(deadline, sent=False))
    if thread.is_alive():
        raise TimeoutError
    if failed:
        raise failed[0]
    return found


def numeric(target: Target) -> list[Any]:
    """Return the address that the host of *target* is; OSError where it is none."""
    kind, flags = socket.SOCK_STREAM, socket.AI_NUMERICHOST
    return socket.getaddrinfo(target.host, target.port, type=kind, flags=flags)


def unheard(connection: socket.socket) -> socket.socket:
    """Return a connection on which nothing came yet; else Failure.

    What a server says before it was asked cannot be the answer to this request.
    """
    if is_quiet(connection):
        return connection
    connection.close()
    raise spoken()


def is_quiet(connection: socket.socket) -> bool:
    """Tell whether nothing came that was not read, not even the end."""
    waits = isinstance(connection, ssl.SSLSocket) and connection.pending() > 0
    return not waits and not is_readable(connection.fileno())


def is_readable(descriptor: int) -> bool:
    if not hasattr(select, "poll"):
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def secured(
    connection: socket.socket, target: Target, context: ssl.SSLContext
) -> socket.socket:
    """Return *connection* under TLS; it is closed where that fails."""
    try:
        # A cut that looks like an end would make half an answer whole.
        return context.wrap_socket(
            connection, server_hostname=target.host, suppress_ragged_eofs=False
        )
    except BaseException:
        connection.close()
        raise
