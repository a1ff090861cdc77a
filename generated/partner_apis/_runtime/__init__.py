"""The runtime of the generated clients: hand-written, copied unchanged.

From low to high: `absent`, `violations`, `secret`, `patterns`, `wire`, `strict_json`,
`errors`, `declare`, `signing`, `transport`, `at_once`, `exchange`, `sockets`, `streams`, `http1`,
`reqwest`, `transports`, `model`, `settings`, `sources`, `plan`, `prepare`,
`conclude`, `client`; for calls that come to us `callbacks`, `receiving`, `adapters`.
Everything but `exchange` (h11), `streams` (anyio), the part of `transport` that adapts
httpx2, and `model` (pydantic) is standard library alone; these are imported when a
client first needs them.
"""
