"""Shop: Place an order.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import place_order as forms
from ..validators import place_order as validators

OPERATION = d.Operation(
    partner="shop",
    name="place_order",
    page="https://docs.example.com/orders",
    method="POST",
    path="/orders",
    members=(
        d.Member(
            place="query",
            path=("from",),
            source=d.Argument("from_"),
            required=False,
            form=forms.FROM,
        ),
        d.Member(
            place="query",
            path=("to",),
            source=d.Argument("to"),
            required=False,
            form=forms.TO,
        ),
        d.Member(
            place="header", path=("X-Mode",), source=d.Argument("x_mode"), required=True
        ),
        d.Member(
            place="header",
            path=("X-Trace",),
            source=d.Argument("x_trace"),
            required=False,
        ),
        d.Member(
            place="body", path=("method",), source=d.Argument("method"), required=True
        ),
        d.Member(
            place="body", path=("card",), source=d.Argument("card"), required=False
        ),
        d.Member(
            place="body", path=("phone",), source=d.Argument("phone"), required=False
        ),
        d.Member(
            place="body", path=("email",), source=d.Argument("email"), required=False
        ),
        d.Member(
            place="body", path=("size",), source=d.Argument("size"), required=False
        ),
        d.Member(
            place="body", path=("least",), source=d.Argument("least"), required=False
        ),
        d.Member(
            place="body", path=("most",), source=d.Argument("most"), required=False
        ),
        d.Member(place="body", path=("vat",), source=d.Argument("vat"), required=False),
    ),
    has_body=True,
    validate=validators.place_order_request,
    replies=(
        d.Reply(
            name="placed",
            when=d.When(http=(200,), has=(("state",),)),
            outcome="success",
            model="PlaceOrderPlaced",
            validate=validators.place_order_placed,
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,), has=(("error",),)),
            outcome="rejected",
            model="PlaceOrderRefused",
            validate=validators.place_order_refused,
            error=errors.OrderRefused,
        ),
    ),
    codes={},
    models="partner_apis.shop.models.place_order",
)
