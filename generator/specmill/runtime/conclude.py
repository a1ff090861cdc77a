"""Judge an answer: what the documentation says it means, or that nobody knows.

No input or output. A success or a rejection is only what the documentation calls one,
in a reply that can be read, that agrees with itself and with the request. Whatever is
left is `OutcomeUnknown`. Nothing is raised here: errors are values until the client
raises them, so that no frame with a body in it hangs on to them.
"""

from __future__ import annotations

import importlib
from typing import Any, Final, cast
from urllib.parse import urlsplit

from .absent import ABSENT, standing
from .answered import bare, coded, headers_of, misnamed, told_by
from .codecs import read
from .codes import known
from .declare import JSON, Body, Code, Operation, Path, Reply, When
from .errors import ApiError, NotSent, OutcomeUnknown, Reason, Rejected
from .light import dataclass
from .meant import code_text, equal, matches, names, outcome_of, takes
from .prepare import Prepared
from .proving import unproved
from .strict_json import Unreadable
from .transport import Answer, Failure
from .violations import FATAL, Violation

_GATEWAY: Final = frozenset({408, 425, 499, 502, 503, 504, *range(520, 528), 530})
"""HTTP statuses of whoever stands between, the partner's own only where documented."""
_PLAIN: Final = {
    "success": range(200, 300),
    "alternative": range(200, 300),
    "rejected": range(200, 500),
    "unknown": range(100, 600),
}
"""HTTP statuses that an outcome can come with where the documentation names none."""
_REDIRECTS: Final = range(300, 400)
_NOT_WHOLE: Final = frozenset({203, 206, 207, 208, 226})
"""HTTP statuses of an answer that somebody changed on the way, or that is a part."""
_SHORTEST_SECRET: Final = 4
"""Shorter ones would blot out half of any message."""


@dataclass(frozen=True, slots=True, repr=False)
class Conclusion:
    """What became of a call: a reply to return or an error to raise."""

    word: str
    """`success`, `alternative`, `rejected`, `not-sent` or the reason of an unknown."""
    reply: object = None
    error: ApiError | None = None
    http_status: int | None = None
    observed: tuple[Violation, ...] = ()


def conclude(prepared: Prepared, answer: Answer | Failure) -> Conclusion:
    """Judge *answer*; every path ends in a reply or in one error of the tree."""
    if isinstance(answer, Failure):
        conclusion = _failed(prepared.operation, answer)
    else:
        conclusion = _Reading(prepared, answer).conclusion()
    if isinstance(conclusion.error, Rejected | OutcomeUnknown):
        conclusion.error.idempotency_key = prepared.idempotency_key
    return conclusion


def _failed(operation: Operation, failure: Failure) -> Conclusion:
    name = f"{operation.partner}.{operation.name}"
    if not failure.sent:
        return Conclusion("not-sent", error=NotSent(name, failure.detail))
    unknown = OutcomeUnknown(name, reason=failure.reason, detail=failure.detail)
    return Conclusion(failure.reason, error=unknown)


class _Reading:
    """One answer and what is known about it so far."""

    def __init__(self, prepared: Prepared, answer: Answer) -> None:
        self._prepared = prepared
        self._operation = prepared.operation
        self._status = answer.status
        self._answer = answer
        self._bodies: list[tuple[Body, object, str | None]] = []
        self._kinds = tuple(told_by(answer, "content-type"))
        self._media = ""
        if self._kinds:
            self._media = self._kinds[0].partition(";")[0].strip()
        self._problem = coded(answer)
        self._value: object = ABSENT
        self._reply = self._matching()
        self._headers: dict[str, object] | None = None
        self._observed: tuple[Violation, ...] = ()
        self._code: str | None = None
        self._message: str | None = None

    def conclusion(self) -> Conclusion:
        reply = self._reply
        if reply is None:
            return self._undocumented()
        doubt = self._doubt(reply)
        if doubt is not None:
            self._reply = None  # nothing of it is to be believed
            return self._unknown("unverified", doubt)
        self._code = self._code_in(reply)
        self._message = self._told(standing(self._value, reply.message_at))
        code = self._known(reply)
        outcome = outcome_of(reply, code)
        if self._status in _GATEWAY and not names(reply, code, self._status):
            return self._unknown("gateway-error")
        if outcome is None or self._is_undocumented_code(outcome, code):
            return self._unknown("undocumented-code" if self._code else "unreadable")
        if self._is_odd_status(reply, code, outcome):
            return self._unknown("undocumented-status")
        return self._documented(reply, code, outcome)

    def _doubt(self, reply: Reply) -> str | None:
        """Return why the reply is not proved to be the partner's; None where it is."""
        if reply.proof is None:
            return None
        request = self._prepared.request
        sent = urlsplit(request.url)
        return unproved(
            reply.proof,
            method=request.method,
            path=sent.path,
            query=sent.query,
            headers=self._answer.headers,
            body=self._answer.body,
            credentials=self._prepared.proving,
            members=(
                cast("dict[str, object]", self._value)
                if isinstance(self._value, dict)
                else None
            ),
        )

    def _documented(self, reply: Reply, code: Code | None, outcome: str) -> Conclusion:
        violations = (*self._of_headers(reply), *reply.validate(self._value))
        fatal = next((each for each in violations if each.rule in FATAL), None)
        if fatal is not None:
            return self._unknown("unreadable", str(fatal))
        self._observed = violations
        contradiction = self._contradiction(reply, code, outcome)
        if contradiction:
            return self._unknown("contradictory", contradiction)
        if outcome in ("rejected", "unknown"):
            return self._raised(reply, code, outcome)
        model = self._model()
        if model is None:
            return self._unknown("unreadable", "its model does not take it")
        return Conclusion(outcome, model, None, self._status, self._observed)

    def _matching(self) -> Reply | None:
        """Return the first reply that the answer is, after reading it as that reply.

        Where it is none, the value is that of the first that could be read at all.
        """
        if self._problem is not None:
            return None
        problems: list[str] = []
        for reply in self._operation.replies:
            if not self._may_be(reply.when):
                continue
            value, problem = self._read(reply.body)
            if problem is not None:
                problems.append(problem)
            elif matches(reply.when, value):
                self._value = value
                return reply
            elif self._value is ABSENT:
                self._value = value
        if self._value is ABSENT:
            self._problem = problems[0] if problems else self._read(JSON)[1]
        return None

    def _may_be(self, when: When) -> bool:
        """Tell whether status, media type and request are those of a reply."""
        sent = self._prepared.sent
        return (
            takes(when, self._status)
            and bare(when.type) in ("", self._media)
            and all(equal(standing(sent, path), value) for path, value in when.asked)
        )

    def _read(self, body: Body) -> tuple[object, str | None]:
        """Return the value of the answer read as *body*, or why it cannot be."""
        for declared, found, why in self._bodies:
            if declared is body:
                return found, why
        # Returned, not raised from: an exception in flight would keep the body alive.
        value: object = ABSENT
        is_whole = body.sealed is not None and not body.sealed.member
        written = body.format if body.sealed is None else "json"
        named = (
            misnamed("text" if is_whole else written, kind) for kind in self._kinds
        )
        problem = next((each for each in named if each is not None), None)
        if problem is not None:
            self._bodies.append((body, value, problem))
            return value, problem
        try:
            value = read(body, self._answer.body)
        except Unreadable as error:
            problem = str(error)
        self._bodies.append((body, value, problem))
        return value, problem

    def _of_headers(self, reply: Reply) -> list[Violation]:
        """Return what is wrong with the documented headers, after reading them."""
        found: list[Violation] = []
        due = bare(reply.body.media)
        if due and due != self._media:
            says = f"is {due}"
            found.append(
                Violation(
                    "/headers/Content-Type", "media-type", says, self._operation.page
                )
            )
        if reply.headers is not None and reply.validate_headers is not None:
            self._headers = headers_of(reply.headers, self._answer)
            found += reply.validate_headers(self._headers)
        return found

    def _undocumented(self) -> Conclusion:
        """Say what is wrong with an answer that is no documented reply."""
        if self._status in _GATEWAY:
            return self._unknown("gateway-error", self._problem or "")
        replies = self._operation.replies
        is_named = any(takes(reply.when, self._status) for reply in replies)
        if not is_named or self._status in _REDIRECTS:
            return self._unknown("undocumented-status")
        if self._problem is not None:
            return self._unknown("unreadable", self._problem)
        self._look_for_code()
        is_new = self._code is not None and not any(map(self._known, self._replies))
        return self._unknown("undocumented-code" if is_new else "undocumented-reply")

    def _look_for_code(self) -> None:
        for reply in self._replies:
            self._code = self._code or self._code_in(reply)
            told = self._told(standing(self._value, reply.message_at))
            self._message = self._message or told

    @property
    def _replies(self) -> tuple[Reply, ...]:
        return self._operation.replies

    def _code_in(self, reply: Reply) -> str | None:
        """Return the code in its levels, as far as they are there."""
        levels: list[str] = []
        for path in (reply.code_at, *reply.code_rest):
            text = code_text(standing(self._value, path))
            if text is None:
                break
            levels.append(text)
        return reply.separator.join(levels) if levels else None

    def _known(self, reply: Reply) -> Code | None:
        if self._code is None:
            return None
        return known(self._operation.codes, self._code, reply.separator)

    def _is_undocumented_code(self, outcome: str, code: Code | None) -> bool:
        # A table of codes that lacks this one says nothing about a success with it.
        is_good = outcome in ("success", "alternative")
        is_tabled = self._code is not None and bool(self._operation.codes)
        return is_good and is_tabled and code is None

    def _is_odd_status(self, reply: Reply, code: Code | None, outcome: str) -> bool:
        if names(reply, code, self._status):
            return False
        if code is not None and code.http is not None:
            return False  # told as a contradiction, which says more
        is_plain = self._status in _PLAIN[outcome]
        return not is_plain or self._status in _REDIRECTS or self._status in _NOT_WHOLE

    def _contradiction(
        self, reply: Reply, code: Code | None, outcome: str
    ) -> str | None:
        is_good = outcome in ("success", "alternative")
        if code is not None:
            if code.http is not None and code.http != self._status:
                return f"the code belongs to the HTTP status {code.http}"
            if is_good != (code.error is None):
                return "the code says otherwise than the rest of the reply"
            if code.within and reply.name not in code.within:
                return "the code belongs to another reply"
            for path, fixed in code.agrees:
                found = standing(self._value, path)
                if found is not ABSENT and not equal(found, fixed):
                    return f"{_slashed(path)} does not agree with the code"
        for theirs, ours in reply.echoes:
            if not self._is_echoed(theirs, ours, may_be_null=not is_good):
                return f"{_slashed(theirs)} is not what was sent"
        return None

    def _is_echoed(self, theirs: Path, ours: Path, *, may_be_null: bool) -> bool:
        found, sent = standing(self._value, theirs), standing(self._prepared.sent, ours)
        if found is ABSENT or sent is ABSENT or (found is None and may_be_null):
            return True
        return equal(found, sent)

    def _raised(self, reply: Reply, code: Code | None, outcome: str) -> Conclusion:
        fallback = Rejected if outcome == "rejected" else OutcomeUnknown
        kind = (code.error if code else None) or reply.error or fallback
        error = self._built(kind)
        word = "rejected" if isinstance(error, Rejected) else "documented"
        return Conclusion(word, None, error, self._status, self._observed)

    def _unknown(self, reason: Reason, detail: str = "") -> Conclusion:
        error = self._built(OutcomeUnknown, reason=reason, detail=detail)
        return Conclusion(reason, None, error, self._status, self._observed)

    def _built(self, kind: type[Any], **more: object) -> ApiError:
        built = kind(
            f"{self._operation.partner}.{self._operation.name}",
            code=None if self._code is None else self._told(self._code),
            message=self._message,
            http_status=self._status,
            reply=None if self._reply is None else self._model,
            **more,
        )
        return cast(ApiError, built)

    def _model(self) -> object:
        from . import model

        assert self._reply is not None
        module = importlib.import_module(self._operation.models)
        kind: type[model.ApiModel] = getattr(module, self._reply.model)
        items = self._reply.items
        return model.read(kind, self._value, self._observed, self._headers, items)

    def _told(self, text: object) -> str | None:
        """Return the partner's words less the secrets of the call."""
        if not isinstance(text, str):
            return None
        for secret in sorted(self._prepared.secrets, key=len, reverse=True):
            if len(secret) >= _SHORTEST_SECRET:
                text = text.replace(secret, "***")
        return text


def _slashed(path: Path) -> str:
    return "/" + "/".join(path)
