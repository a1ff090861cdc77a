"""The spec language: one class to a kind of mapping, one attribute to a key.

A class here is at once what the checker accepts, what the JSON Schema says and what the
later passes read. `specs/README.md` explains every key with an example.
Everything is as written: nothing is resolved, no default is applied.
"""

from __future__ import annotations

from typing import Final

from ..shapes import UNKNOWN, Written
from .callbacks import AcknowledgementSpec, CallbackSpec, RepeatsSpec, ReplaySpec
from .environments import (
    CheckSpec,
    EnvironmentCode,
    EnvironmentOperation,
    EnvironmentReply,
    EnvironmentRequest,
    EnvironmentSpec,
    RelationSpec,
    ResultSpec,
    SequenceSpec,
)
from .evidence import EvidenceByKey, EvidenceSource, FieldEvidence
from .fields import Defaults, FieldSpec, PartNames, SealSpec
from .operations import OperationSpec
from .partners import (
    AuthenticationSpec,
    ComposedCodes,
    CredentialSpec,
    FetchedSpec,
    PageSpec,
    PartnerSpec,
    SecondsOrPlace,
    ServerSpec,
    StandardOperation,
    StandardSpec,
)
from .replies import CodeLevels, CodeSpec, ItemsSpec, ReplySpec, RetrySpec, WhenSpec
from .requests import BodySpec, ConditionSpec, RequestEvidence, RequestSpec
from .rules import (
    DefectSpec,
    PagesSpec,
    PollingSpec,
    RepeatSpec,
    RuleSpec,
    StateSpec,
    StatesSpec,
)
from .signatures import (
    FieldsSpec,
    KeySource,
    PartSpec,
    ReplySignatureSpec,
    SignatureSpec,
    SignedWith,
    VectorSpec,
)
from .sources import (
    BasicSource,
    Charset,
    FlagWords,
    FromReply,
    FromSource,
    Joined,
    LengthByScript,
    Option,
    Padding,
    RequiredWhere,
    StatusOrClass,
    UrlRules,
    WrittenAs,
)
from .words import (
    ALGORITHMS,
    ENCODINGS,
    EVIDENCE_WORDS,
    FAULTS,
    METHODS,
    NAME_PATTERN,
    OUTCOMES,
    PATH,
    REMEDIES,
    TYPES,
    XML_NAME,
)

__all__ = [
    "ALGORITHMS",
    "ENCODINGS",
    "EVIDENCE_WORDS",
    "FAULTS",
    "KINDS",
    "METHODS",
    "NAME_PATTERN",
    "OUTCOMES",
    "PATH",
    "REMEDIES",
    "TYPES",
    "UNKNOWN",
    "XML_NAME",
    "AcknowledgementSpec",
    "AuthenticationSpec",
    "BasicSource",
    "BodySpec",
    "CallbackSpec",
    "Charset",
    "CheckSpec",
    "CodeLevels",
    "CodeSpec",
    "ComposedCodes",
    "ConditionSpec",
    "CredentialSpec",
    "Defaults",
    "DefectSpec",
    "EnvironmentCode",
    "EnvironmentOperation",
    "EnvironmentReply",
    "EnvironmentRequest",
    "EnvironmentSpec",
    "EvidenceByKey",
    "EvidenceSource",
    "FetchedSpec",
    "FieldEvidence",
    "FieldSpec",
    "FieldsSpec",
    "FlagWords",
    "FromReply",
    "FromSource",
    "ItemsSpec",
    "Joined",
    "KeySource",
    "LengthByScript",
    "OperationSpec",
    "Option",
    "Padding",
    "PageSpec",
    "PagesSpec",
    "PartNames",
    "PartSpec",
    "PartnerSpec",
    "PollingSpec",
    "RelationSpec",
    "RepeatSpec",
    "RepeatsSpec",
    "ReplaySpec",
    "ReplySignatureSpec",
    "ReplySpec",
    "RequestEvidence",
    "RequestSpec",
    "RequiredWhere",
    "ResultSpec",
    "RetrySpec",
    "RuleSpec",
    "SealSpec",
    "SecondsOrPlace",
    "SequenceSpec",
    "ServerSpec",
    "SignatureSpec",
    "SignedWith",
    "Spec",
    "StandardOperation",
    "StandardSpec",
    "StateSpec",
    "StatesSpec",
    "StatusOrClass",
    "UrlRules",
    "VectorSpec",
    "WhenSpec",
    "WrittenAs",
]

KINDS: Final[dict[str, type[Written]]] = {
    "standard": StandardSpec,
    "partner": PartnerSpec,
    "operation": OperationSpec,
    "environment": EnvironmentSpec,
    "callback": CallbackSpec,
}
"""The kinds of spec, by the key that names them."""

Spec = StandardSpec | PartnerSpec | OperationSpec | EnvironmentSpec | CallbackSpec
