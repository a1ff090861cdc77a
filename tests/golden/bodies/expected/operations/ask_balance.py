"""Acme: Ask for the balance.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import ask_balance as validators

OPERATION = d.Operation(
    partner="acme",
    name="ask_balance",
    page="https://docs.example.com/gateway",
    method="POST",
    path="/soap",
    members=(
        d.Member(
            place="header",
            path=("SOAPAction",),
            source=d.Constant('"urn:acme#balance"'),
            required=True,
        ),
        d.Member(
            place="body",
            path=("Body", "GetBalance", "account"),
            source=d.Argument("account"),
            required=True,
        ),
    ),
    has_body=True,
    body=d.Body(
        format="xml",
        media="text/xml; charset=utf-8",
        root="Envelope",
        namespace="http://schemas.xmlsoap.org/soap/envelope/",
        shape=d.Shape(
            kind="object",
            members={
                "Body": d.Shape(
                    kind="object",
                    members={
                        "GetBalance": d.Shape(
                            kind="object",
                            members={
                                "account": d.Shape(),
                            },
                            namespace="urn:acme:balance",
                        ),
                    },
                ),
            },
        ),
    ),
    objects=(("Body",), ("Body", "GetBalance")),
    validate=validators.ask_balance_request,
    replies=(
        d.Reply(
            name="told",
            when=d.When(http=(200,), has=(("Body", "Balance"),)),
            outcome="success",
            model="AskBalanceTold",
            validate=validators.ask_balance_told,
            body=d.Body(
                format="xml",
                root="Envelope",
                namespace="http://schemas.xmlsoap.org/soap/envelope/",
                shape=d.Shape(
                    kind="object",
                    members={
                        "Body": d.Shape(
                            kind="object",
                            members={
                                "Balance": d.Shape(
                                    kind="object",
                                    members={
                                        "amount": d.Shape(kind="number"),
                                    },
                                    namespace="urn:acme:balance",
                                ),
                            },
                        ),
                    },
                ),
            ),
        ),
        d.Reply(
            name="fault",
            when=d.When(http=(500,), has=(("Body", "Fault"),)),
            outcome="rejected",
            model="AskBalanceFault",
            validate=validators.ask_balance_fault,
            body=d.Body(
                format="xml",
                root="Envelope",
                namespace="http://schemas.xmlsoap.org/soap/envelope/",
                shape=d.Shape(
                    kind="object",
                    members={
                        "Body": d.Shape(
                            kind="object",
                            members={
                                "Fault": d.Shape(
                                    kind="object",
                                    members={
                                        "faultcode": d.Shape(namespace=""),
                                        "faultstring": d.Shape(namespace=""),
                                    },
                                ),
                            },
                        ),
                    },
                ),
            ),
            error=errors.Fault,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.ask_balance",
    may_repeat=True,
)
