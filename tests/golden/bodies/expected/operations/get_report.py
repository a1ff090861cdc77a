"""Acme: Get the payments of a day.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..forms import get_report as forms
from ..validators import get_report as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_report",
    page="https://docs.example.com/gateway",
    method="GET",
    path="/report/{day}.{format}",
    members=(
        d.Member(
            place="segment",
            path=("day",),
            source=d.Argument("day"),
            required=True,
            form=forms.DAY,
        ),
        d.Member(
            place="segment",
            path=("format",),
            source=d.Argument("format"),
            required=True,
        ),
    ),
    has_body=False,
    validate=validators.get_report_request,
    replies=(
        d.Reply(
            name="as_json",
            when=d.When(http=(200,), asked=((("segments", "format"), "json"),)),
            outcome="success",
            model="GetReportAsJson",
            validate=validators.get_report_as_json,
        ),
        d.Reply(
            name="as_csv",
            when=d.When(
                http=(200,), type="text/csv", asked=((("segments", "format"), "csv"),)
            ),
            outcome="success",
            model="GetReportAsCsv",
            validate=validators.get_report_as_csv,
            body=d.Body(
                format="csv",
                separator=";",
                shape=d.Shape(
                    kind="object",
                    members={
                        "payments": d.Shape(
                            kind="list",
                            item=d.Shape(
                                kind="object",
                                members={
                                    "id": d.Shape(),
                                    "amount": d.Shape(kind="integer"),
                                    "note": d.Shape(),
                                },
                            ),
                        ),
                    },
                ),
            ),
        ),
        d.Reply(
            name="none_there",
            when=d.When(http=(204,)),
            outcome="alternative",
            model="GetReportNoneThere",
            validate=validators.get_report_none_there,
            body=d.Body(format="none"),
        ),
        d.Reply(
            name="refused",
            when=d.When(classes=(4,)),
            outcome="rejected",
            model="GetReportRefused",
            validate=validators.get_report_refused,
            body=d.Body(format="none"),
        ),
    ),
    codes={},
    models="partner_apis.acme.models.get_report",
    may_repeat=True,
)
