"""The runtime of the generated clients: hand-written, copied unchanged.

From low to high: `absent`, `violations`, `secret`, `patterns`, `wire`, `strict_json`,
`errors`, `declare`, `signing`, `transport`, `http1`, `reqwest`, `transports`, `model`, `settings`, `prepare`,
`conclude`, `client`; for calls that come to us `callbacks`, `receiving`, `adapters`.
Everything but `http1` (h11, and anyio for asynchronous calls), the part of `transport`
that adapts httpx2, and `model` (pydantic) is standard library alone; these three are
imported when a client first needs them.
"""
