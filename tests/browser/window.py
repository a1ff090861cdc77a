"""The window in which a page is looked at."""

from __future__ import annotations

from typing import Any

TALL = 900


def show(browser: Any, address: str, width: int = 1100, scheme: str = "light") -> None:
    """Load the page in a window *width* pixels wide."""
    size = {"width": width, "height": TALL, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
    browser.get("about:blank")
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(address)
