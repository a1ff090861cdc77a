"""Shop: Send money.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import send_money as forms
from ..validators import send_money as validators

OPERATION = d.Operation(
    partner="shop",
    name="send_money",
    page="https://docs.example.com/orders",
    method="POST",
    path="/money",
    members=(
        d.Member(
            place="body",
            path=("amount",),
            source=d.Argument("amount"),
            required=True,
            form=forms.AMOUNT,
        ),
        d.Member(place="body", path=("fee",), source=d.Argument("fee"), required=True),
        d.Member(
            place="body", path=("cents",), source=d.Argument("cents"), required=True
        ),
        d.Member(
            place="body",
            path=("currency",),
            source=d.Argument("currency"),
            required=True,
        ),
        d.Member(
            place="body", path=("country",), source=d.Argument("country"), required=True
        ),
        d.Member(
            place="body", path=("phone",), source=d.Argument("phone"), required=True
        ),
        d.Member(
            place="body", path=("name",), source=d.Argument("name"), required=True
        ),
        d.Member(
            place="body", path=("plate",), source=d.Argument("plate"), required=True
        ),
        d.Member(
            place="body", path=("number",), source=d.Argument("number"), required=True
        ),
        d.Member(
            place="body", path=("text",), source=d.Argument("text"), required=True
        ),
        d.Member(
            place="body",
            path=("template",),
            source=d.Argument("template"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("branch",),
            source=d.Argument("branch"),
            required=True,
            form=forms.BRANCH,
        ),
        d.Member(
            place="body",
            path=("tags",),
            source=d.Argument("tags"),
            required=True,
            form=forms.TAGS,
        ),
        d.Member(
            place="body",
            path=("extras",),
            source=d.Argument("extras"),
            required=True,
            form=forms.EXTRAS,
        ),
        d.Member(
            place="body",
            path=("picture",),
            source=d.Argument("picture"),
            required=True,
            form=forms.PICTURE,
        ),
        d.Member(
            place="body",
            path=("notify",),
            source=d.Argument("notify"),
            required=True,
            form=forms.NOTIFY,
        ),
        d.Member(
            place="body",
            path=("expires",),
            source=d.Argument("expires"),
            required=True,
            form=forms.EXPIRES,
        ),
        d.Member(
            place="body", path=("lines",), source=d.Argument("lines"), required=True
        ),
        d.Member(
            place="body", path=("note",), source=d.Argument("note"), required=True
        ),
        d.Member(
            place="body",
            path=("day",),
            source=d.Argument("day"),
            required=False,
            form=forms.DAY,
        ),
        d.Member(
            place="body",
            path=("serviceId",),
            source=d.Argument("service_id"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("customerNo",),
            source=d.Argument("customer_no"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("virtualAccountNo",),
            source=d.Joined((("body", "serviceId"), ("body", "customerNo")), "-"),
            required=True,
        ),
        d.Member(
            place="body", path=("account",), source=d.Argument("account"), required=True
        ),
    ),
    has_body=True,
    validate=validators.send_money_request,
    replies=(
        d.Reply(
            name="sent",
            when=d.When(http=(200,), has=(("fee",),)),
            outcome="success",
            model="SendMoneySent",
            validate=validators.send_money_sent,
            echoes=((("amount",), ("body", "amount")),),
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,), has=(("error",),)),
            outcome="rejected",
            model="SendMoneyRefused",
            validate=validators.send_money_refused,
            error=errors.NotSendable,
        ),
    ),
    codes={},
    models="partner_apis.shop.models.send_money",
)
