"""The reply models of the miniature, as datamodel-code-generator writes them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import MISSING, Field

from specmill.runtime.model import ApiModel


class ResultInfo(ApiModel):
    result_code: Annotated[str, Field(alias="resultCode")]
    result_msg: Annotated[str | MISSING, Field(alias="resultMsg")] = MISSING


class VerifyOtpVerified(ApiModel):
    result_info: Annotated[ResultInfo, Field(alias="resultInfo")]
    reference: Annotated[str | MISSING | None, Field()] = MISSING
    amount: Annotated[float | MISSING, Field()] = MISSING
    raw_value: Annotated[Any, Field(alias="raw")] = MISSING


class VerifyOtpRefused(ApiModel):
    result_info: Annotated[ResultInfo, Field(alias="resultInfo")]
