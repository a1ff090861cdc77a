"""One client under faults, in a process of its own: `faults_caller.py KIND`.

Reads one JSON object a line, `{"url", "authority", "timeout", "is_signed"}`, makes two
calls on one client, and writes what came of them. Only the standard library and the
client itself are imported, because it runs in the client's own environment. Of signed
replies the peers know nothing, and call as ever.
"""

from __future__ import annotations

import io
import json
import logging
import re
import resource
import ssl
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

OTP, TOKEN, SECRET = "424242", "token-aaaa-bbbb", "secret-cccc-dddd"
SECRETS = (OTP, TOKEN, SECRET)
MOST_MEMORY = 1024**3
Call = Callable[[str], str]
Caller = tuple[object, Call, tuple[type[BaseException], ...], tuple[type, ...]]
"""A client, how it is called, what it says it raises, and what of it means unsent."""


def _trusted(authority: str | None) -> Any:
    return ssl.create_default_context(cafile=authority) if authority else True


def httpx2_as_it_comes(
    url: str, authority: str | None, timeout: float, is_signed: bool
) -> Caller:
    import httpx2

    headers = {"Authorization": f"Bearer {TOKEN}"}
    client = httpx2.Client(headers=headers, timeout=timeout, verify=_trusted(authority))

    def call(reference: str) -> str:
        body = {"otp": OTP, "reference": reference}
        response = client.post(f"{url}/otp", json=body)
        response.raise_for_status()
        reply = response.json()
        if reply["resultInfo"]["resultCode"] != "0000":
            raise LookupError("refused")
        found: str = reply["reference"]
        return found

    documented = (httpx2.HTTPError, httpx2.InvalidURL)
    return client, call, documented, (httpx2.ConnectError, httpx2.ConnectTimeout)


def openapi_python_client(
    url: str, authority: str | None, timeout: float, is_signed: bool
) -> Caller:
    import httpx  # type: ignore[import-not-found]
    from toy_client import AuthenticatedClient, errors  # type: ignore[import-not-found]
    from toy_client.api.default import verify  # type: ignore[import-not-found]
    from toy_client.models import Request  # type: ignore[import-not-found]

    client = AuthenticatedClient(
        base_url=url,
        token=TOKEN,
        timeout=httpx.Timeout(timeout),
        verify_ssl=_trusted(authority),
        raise_on_unexpected_status=True,
    )

    def call(reference: str) -> str:
        reply = verify.sync(client=client, body=Request(otp=OTP, reference=reference))
        if reply is None or reply.result_info.result_code != "0000":
            raise LookupError("refused")
        found: str = reply.reference
        return found

    documented = (httpx.HTTPError, errors.UnexpectedStatus)
    return client, call, documented, (httpx.ConnectError, httpx.ConnectTimeout)


def specmill(
    url: str,
    authority: str | None,
    timeout: float,
    is_signed: bool,
    keepalive_expiry: float | None = None,
) -> Caller:
    from partner_apis.toy import ToyClient  # type: ignore[import-not-found]
    from partner_apis.toy.errors import (  # type: ignore[import-not-found]
        ApiError,
        NotSent,
    )

    client = ToyClient(
        base_url=url,
        credentials={"token": TOKEN, "secret": SECRET},
        timeout=timeout,
        ssl_context=_trusted(authority) if authority else None,
        keepalive_expiry=keepalive_expiry,
    )

    def call(reference: str) -> str:
        verify = client.verify_signed if is_signed else client.verify
        found: str = verify(otp=OTP, reference=reference).reference
        return found

    return client, call, (ApiError,), (NotSent,)


KINDS = {
    "httpx2": httpx2_as_it_comes,
    "openapi-python-client": openapi_python_client,
    "specmill": specmill,
    "specmill, kept": partial(specmill, keepalive_expiry=5.0),
}


def _called(caller: Caller, reference: str, log: io.StringIO) -> dict[str, Any]:
    client, call, documented, unsent = caller
    began, error = time.monotonic(), None
    try:
        outcome = "answered" if call(reference) == reference else "another's"
    except Exception as raised:
        error = raised
        outcome = "not-sent" if isinstance(raised, unsent) else "unknown"
    told = [repr(client), log.getvalue()]
    if error is not None:
        told += [str(error), repr(error), *traceback.format_exception(error)]
    return {
        "outcome": outcome,
        "seconds": time.monotonic() - began,
        "error": None if error is None else type(error).__name__,
        "documented": error is None or isinstance(error, documented),
        "leaks": any(secret in text for secret in SECRETS for text in told),
    }


def _peak() -> int:
    """Return the most memory that was used since `_forget`, in KiB; 0 where unknown."""
    status = Path("/proc/self/status")
    found = (
        re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    )
    return int(found[1]) if found else 0


def _forget() -> None:
    refs = Path("/proc/self/clear_refs")
    if refs.exists():
        refs.write_text("5")


def main(kind: str) -> None:
    # A body without end must end here, and not the machine.
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    log = io.StringIO()
    logging.basicConfig(level=logging.DEBUG, stream=log)
    for line in sys.stdin:
        told = json.loads(line)
        log.seek(0)
        log.truncate()
        _forget()
        before = _peak()
        caller = KINDS[kind](**told)
        calls = [_called(caller, reference, log) for reference in ("R1", "R2")]
        grown = max(_peak() - before, 0) / 1024
        print(json.dumps({"calls": calls, "mebibytes": grown}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
