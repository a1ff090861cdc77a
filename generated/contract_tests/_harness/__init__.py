"""What generated contract tests run on: an independent reading of the documentation.

Copied unchanged beside the tests. Nothing here uses the generated client, its models or
its validators to judge anything, so that one bug cannot hide on both sides: requests are
judged by JSON Schema and by a few checks of our own, against a contract document.
"""
