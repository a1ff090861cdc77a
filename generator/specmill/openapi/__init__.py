"""What is meant, as OpenAPI 3.1: what the pages say, and nothing that they do not.

    requests, responses    parameters, bodies, security; replies by status
    schemas, patterns      one value, one regular expression
    operations, document   put together, with servers and components
    webhooks               calls that partners make to us, and what we answer
    not_said               the list of what OpenAPI cannot say
    notation               as YAML or JSON, the same bytes every time

What OpenAPI has no word for stands in extensions that begin with `x-specmill-`.
"""

from __future__ import annotations

from .document import document
from .notation import Notation, written

__all__ = ["Notation", "document", "written"]
