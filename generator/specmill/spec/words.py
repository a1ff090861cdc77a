"""Words and patterns of the language: what a single value may be."""

from __future__ import annotations

from typing import Final

from ..shapes import UNKNOWN as UNKNOWN
from ..shapes import Text, Whole

NAME = Text(
    "a name in snake_case, such as verify_otp", r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
)
NAME_PATTERN: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
CLASS_NAME = Text("a class name such as InvalidOtp", r"[A-Z][A-Za-z0-9]*")
PAGE_NAME = Text("a page name such as verify-otp", r"[a-z0-9]+(?:-[a-z0-9]+)*")
PAGE_URL = Text("an address such as https://docs.example.com/otp", r"https?://[^\s]+")
_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PORT: Final = (
    "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}"
    "|6(?:[0-4][0-9]{3}|5(?:[0-4][0-9]{2}|5(?:[0-2][0-9]|3[0-5]))))"
)
_DOTS: Final = r".*/(?:\.|%2[Ee]){1,2}(?:/|$)"
"""A segment of dots, which some leave out; a lone % some mend, and // may be a host."""
URL = Text(
    "the address of a server such as https://api.example.com",
    rf"https?://(?:(?:{_LABEL}\.)*{_LABEL}\.?|\[[0-9A-Fa-f:.]+\])(?::{_PORT})?"
    rf"(?!{_DOTS})(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:/-]|%[0-9A-Fa-f]{{2}})*)?",
)
PATH = Text(
    "a path such as /v1/loans/{loanId}, without query, /../ or a lone %",
    rf"(?!//|{_DOTS})"
    r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}"
    r"|\{[A-Za-z_][A-Za-z0-9_.-]*\})*",
)
_TOKEN: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
HEADER_PATTERN: Final = _TOKEN
METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
ENCODINGS: Final = ("hex", "HEX", "base64", "base64url")
ALGORITHMS: Final = (
    *(f"HMAC-{name}" for name in ("MD5", "SHA1", "SHA256", "SHA512")),
    *("MD5", "SHA1", "SHA256", "SHA512"),
    *("RSA-SHA256", "RSA-SHA512"),
)
DIGESTS: Final = ("MD5", "SHA-1", "SHA-256", "SHA-512")
SEALS: Final = (
    "base64",
    *(f"AES-{bits}-{mode}" for mode in ("CBC", "GCM") for bits in (128, 256)),
)
FORMATS: Final = ("json", "form", "multipart", "xml", "text", "csv")
_QUOTED: Final = r'"[ !#-\[\]-~]*"'
_OTHER_CHARSET: Final = (
    "[Cc][Hh][Aa][Rr][Ss][Ee][Tt]="
    r'(?!"?(?:[Uu][Tt][Ff]-?8|[Uu][Ss]-[Aa][Ss][Cc][Ii][Ii])"?(?: |;|$))'
)
"""Bodies are written and read in UTF-8."""
MEDIA = Text(
    "a media type such as text/xml; charset=utf-8",
    rf"{_TOKEN}/{_TOKEN}(?: *; *(?!{_OTHER_CHARSET}){_TOKEN}=(?:{_TOKEN}|{_QUOTED}))*",
)
XML_NAME: Final = r"[A-Za-z_][A-Za-z0-9_.-]*"
SECONDS = Whole("a number of seconds from 1", 1)
STATUS = Whole("an HTTP status from 200 to 599", 200, 599)
WHERE = Text(
    "a place such as body.result.code",
    r"(?:body|query|headers|segments|http)(?:\.[^.\s][^.]*)*",
)

SOME_TEXT = Text("text", r"[\s\S]+")
ANY_TEXT = Text("text, which may be empty", r"[\s\S]*")
SIGNED_PLACE = Text(
    "query, headers, body, or an object such as body.data",
    r"(?:body|query|headers|segments)(?:\.[^.\s][^.]*)*",
)
VECTOR_PLACE = Text(
    "a place such as credentials.key, method, path, timestamp, body or body.amount",
    r"method|path|timestamp|nonce|body|credentials\.[a-z0-9_]+"
    r"|(?:body|query|headers|segments)(?:\.[^.\s][^.]*)+",
)

PLACE = Text(
    "a place such as body.otp, or body, query or headers for all members there",
    r"(?:body|query|headers|segments)(?:\.[^.\s][^.]*)*",
)

EVIDENCE_WORDS: Final = ("table", "prose", "example")
OUTCOMES: Final = ("success", "alternative", "rejected", "unknown")
REMEDIES: Final = (
    "ask-again",
    "restart",
    "retry-later",
    "fix-request",
    "fix-credentials",
    "wait-for-callback",
    "contact-partner",
)
FAULTS: Final = (
    "absent",
    "empty",
    "type",
    "value",
    "not-json",
    "not-object",
    "malformed",
    "media-type",
    "credential",
    "signature",
)
CHARSETS: Final = (
    "digits",
    "alphanumeric",
    "letters",
    "hex",
    "ascii",
    "upper",
    "lower",
)
TYPES: Final = (
    "string",
    "url",
    "integer",
    "number",
    "boolean",
    "object",
    "array",
    "map",
    "date",
    "datetime",
    "epoch",
    "file",
    UNKNOWN,
)
