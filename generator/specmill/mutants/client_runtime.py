"""Mutants of the runtime that every generated client stands on.

A table of edits of text: what stands in the runtime, what could stand there instead, and
which operations can tell. An operation that has nothing of the kind cannot, such as one
without a signature; then the mutant is not made. `LEFT` says what no contract test can
see, and where it is held instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from .. import ir
from ..light import dataclass
from ..members import Member, body_members, members
from .client_rows import CODES, REFUSES, REPLIES, SENDS, STRICT
from .client_source import Change, Subject

FAILS: Final = "test_knows_that_it_does_not_know"
WAITS: Final = "test_waits_no_longer_than_it_is_told"
SILENT: Final = "test_tells_no_secret"

Holds = Callable[[ir.Operation], bool]


def always(operation: ir.Operation) -> bool:
    return True


def _has(place: str) -> Holds:
    return lambda operation: any(each.place == place for each in members(operation))


def _any(holds: Callable[[Member], bool]) -> Holds:
    return lambda operation: any(map(holds, members(operation)))


def _any_reply(holds: Callable[[ir.Reply], bool]) -> Holds:
    return lambda operation: any(map(holds, operation.replies))


def _any_code(holds: Callable[[ir.Code], bool]) -> Holds:
    return lambda operation: any(map(holds, operation.codes))


def _both(*each: Holds) -> Holds:
    return lambda operation: all(holds(operation) for holds in each)


def _either(*each: Holds) -> Holds:
    return lambda operation: any(holds(operation) for holds in each)


def _signs(operation: ir.Operation) -> bool:
    return operation.request.signature is not None


def _comes_from(kind: type) -> Holds:
    return _any(lambda each: isinstance(each.field.source, kind))


def _is_absent(member: Member) -> bool:
    return (
        bool(member.argument)
        and not member.inside
        and member.field.required is not True
    )


_OPTIONAL = _any(_is_absent)
_WORDS = _any_reply(lambda each: each.message_at is not None)
_ERRORS = _either(
    _any_code(lambda each: each.outcome in ("rejected", "unknown")),
    _any_reply(lambda each: each.outcome in ("rejected", "unknown")),
)
_SAID = _both(_WORDS, _any_reply(lambda each: each.outcome in ("rejected", "by-code")))
_SECRET = _any(lambda each: each.field.secret and isinstance(each.field.type, ir.Text))
_SECRET_HEADER = _any(lambda each: each.field.secret and each.place == "headers")
_SECRET_ARGUMENT = _any(lambda each: each.field.secret and bool(each.argument))
_SECRET_BODY = _any(lambda each: each.field.secret and each.place == "body")
_ECHOES = _any_reply(lambda each: any(f.echoes for f in each.body.fields))
_BY_CODE = _any_reply(lambda each: each.outcome == "by-code")
_AGREES = _any_code(lambda each: bool(each.agrees))
_CODE_STATUS = _any_code(lambda each: each.http is not None)
_STATUS = _any_reply(lambda each: each.when.http != "unknown")
_NO_STATUS = _any_reply(lambda each: each.when.http == "unknown")
_REFUSES_PLAINLY = _both(_NO_STATUS, _any_code(lambda each: each.outcome == "rejected"))
_CLOSED = _any_reply(lambda each: not each.body.open)
_FLOW = _comes_from(ir.FromFlow)
_BASIC = _comes_from(ir.FromBasic)
_CREDENTIAL = _either(_comes_from(ir.FromCredential), _BASIC)
_PREFIX = _any(lambda each: bool(each.field.prefix))
_CLOCK = _comes_from(ir.FromClock)
_CASE = _any(lambda each: each.field.letter_case == "unknown")


def _needs_members(operation: ir.Operation) -> bool:
    """Tell whether a reply needs a member by which it is not recognized."""
    return any(
        member.field.required is True and not member.above
        and member.steps[1:] not in (*reply.when.has, *(at for at, _ in reply.when.equals))
        for reply in operation.replies
        for member in body_members(reply.body)
    )  # fmt: skip


def _observes(operation: ir.Operation) -> bool:
    """Tell whether something in a reply can be odd and still be read."""
    return _CLOSED(operation)


@dataclass(frozen=True, slots=True)
class Row:
    """One edit of the runtime."""

    operator: str
    file: str
    old: str
    """What stands there, exactly once unless *nth* counts several."""
    new: str
    says: str
    first: str
    told_by: Holds = always
    """Which operations can tell."""
    nth: int = 0
    """Which of several it is, from 1."""

    def places(self, text: str) -> list[int]:
        """Return where the edit applies: one place, or the row is out of date."""
        found, at = [], text.find(self.old)
        while at >= 0:
            found.append(at)
            at = text.find(self.old, at + 1)
        return found[self.nth - 1 : self.nth] if self.nth else found


_SEND: Final = "transport.send(begun.prepared.request, begun.deadline)"
_CAUGHT: Final = """
        except Failure as failure:
            answer = failure.with_traceback(None)"""
_AGAIN: Final = """
        except Failure as failure:
            try:
                answer = {send}
            except Failure as failure:
                answer = failure"""
_SIGNED_AGAIN: Final = """timestamp=str(next(
            each.form.write(sources.settings.clock())
            for each in operation.members
            if isinstance(each.source, Clock) and each.form
        )),"""
_REFUSED: Final = """        if isinstance(begun, ApiError):
            raise begun
        answer: Answer | Failure"""
_GATEWAYS: Final = "502, 503, 504, *range(520, 528), 530})"
_GATEWAY: Final = """return self._unknown("gateway-error", self._problem or "")"""
_AS_REJECTED: Final = """return Conclusion(
                "rejected", None, self._built(Rejected), self._status
            )"""

_LATE: Final = """\
            connection.settimeout(remaining(deadline, sent=True))
            # No name for the octets: a frame must not show them to whoever looks.
            answer = exchange.feed(connection.recv(CHUNK))
            if answer is not None:
                return answer
    except TimeoutError:
        failure = too_late(True)"""
"""A late call ends here, or in the look at the clock before; by chance in either."""

ROWS: Final = (
    # What is sent
    Row("timestamp taken twice", "prepare.py", "timestamp=parts.timestamp,", _SIGNED_AGAIN, "signs another time than it sends", SENDS, _both(_signs, _CLOCK)),
    Row("nothing signed of the body", "prepare.py", "(_body(operation, bare)[0] if in_body else body) or b\"\"", 'b""', "signs an empty body", SENDS, _signs),
    Row("method signed in lower case", "prepare.py", "        method=method,\n", "        method=method.lower(),\n", "signs the method in lower case", SENDS, _signs),
    Row("last step of the path signed", "prepare.py", "if recipe.signs_query else path,\n", 'if recipe.signs_query else "/" + path.rpartition("/")[2],\n', "signs a part of the path", SENDS, _signs),
    Row("body changed after signing", "prepare.py", "Request(method, url, headers, body),", "Request(method, url, headers, body and body[:-1] + b',\"x\":1}'),", "changes the body after it is signed", SENDS, _has("body")),
    Row("body cut", "prepare.py", "Request(method, url, headers, body),", "Request(method, url, headers, body and body[:-1]),", "cuts the body", SENDS, _has("body")),
    Row("body in another order", "prepare.py", "return write(operation.body, parts.body)", "return write(operation.body, dict(sorted(parts.body.items(), reverse=True)))", "sends the members in another order", SENDS, lambda operation: operation.request.body is not None and [f.wire_name for f in operation.request.body.fields] != sorted((f.wire_name for f in operation.request.body.fields), reverse=True)),
    Row("basic without its user", "sources.py", 'pair = ":".join(self.credential(name) for name in names)', "pair = self.credential(source.password)", "sends the password alone", SENDS, _BASIC),
    Row("basic in another alphabet", "sources.py", "base64.b64encode(pair.encode", "base64.b32encode(pair.encode", "encodes HTTP Basic otherwise", SENDS, _BASIC),
    Row("basic without its name", "sources.py", 'return "Basic " + base64', "return base64", "leaves out the word Basic", SENDS, _BASIC),
    Row("null for absence", "prepare.py", "        if value is ABSENT:\n            continue", "        if value is ABSENT:\n            value = None", "sends null for what is left out", SENDS, _OPTIONAL),
    Row("prefix forgotten", "prepare.py", "return member.prefix + _cased(", "return _cased(", "leaves out prefixes", SENDS, _PREFIX),
    Row("truth as text", "prepare.py", "        _put(parts.body, step.above, name, value)", "        _put(parts.body, step.above, name, str(value) if type(value) is bool else value)", "sends true as text", SENDS, _any(lambda each: each.place == "body" and isinstance(each.field.type, ir.Boolean))),
    Row("text trimmed", "prepare.py", "        _put(parts.body, step.above, name, value)", "        _put(parts.body, step.above, name, value[:-1] if isinstance(value, str) else value)", "cuts texts", SENDS, _any(lambda each: each.place == "body" and isinstance(each.field.type, ir.Text) and not each.inside)),
    Row("query in lower case", "prepare.py", "        parts.query[name] = value", "        parts.query[name] = str(value).lower()", "writes the query in lower case", SENDS, _has("query")),
    Row("query not escaped", "prepare.py", "={quote(_text(value) or '', safe='')}", "={(_text(value) or '').encode('ascii', 'replace').decode().replace(' ', '+')}", "does not escape the query", SENDS, _has("query")),
    Row("query escaped twice", "prepare.py", "={quote(_text(value) or '', safe='')}", "={quote(quote(_text(value) or '', safe=''), safe='')}", "escapes the query twice", SENDS, _has("query")),
    Row("query forgotten", "prepare.py", "{path}{_query(parts)}", "{path}", "sends no query", SENDS, _has("query")),
    Row("base path forgotten", "prepare.py", "return settings.base_path + _PLACEHOLDER", "return _PLACEHOLDER", "leaves out the path of the base URL", SENDS),
    Row("last header forgotten", "prepare.py", "return (*kept, *added, *_ALWAYS)", "return (*kept[:-1], *added, *_ALWAYS)", "leaves out a header", SENDS, _both(_has("headers"), lambda operation: [each.field.wire_name for each in members(operation) if each.place == "headers"] != ["Content-Type"])),
    Row("header twice", "prepare.py", "return (*kept, *added, *_ALWAYS)", "return (*kept, *kept[:1], *added, *_ALWAYS)", "sends a header twice", SENDS, _has("headers")),
    Row("header empty", "prepare.py", '[(name, _text(value) or "") for', '[(name, "") for', "sends empty headers", SENDS, _has("headers")),
    Row("header in lower case", "prepare.py", '[(name, _text(value) or "") for', '[(name, (_text(value) or "").lower()) for', "sends headers in lower case", SENDS, _any(lambda each: each.place == "headers" and not isinstance(each.field.source, ir.Fixed))),
    Row("another header", "prepare.py", '    CLOSE,', '    CLOSE, ("X-Request-Id", "1"),', "sends a header that no page has", SENDS),
    Row("other content type", "prepare.py", "return (*kept, *added, *_ALWAYS)", 'return (*((n, "text/plain" if n.lower() == "content-type" else t) for n, t in kept), *added, *_ALWAYS)', "calls its JSON text", SENDS, _has("body")),
    Row("letter case not settled", "prepare.py", "case = settings.facts.get(step.case, step.member.letter_case)", "case = step.member.letter_case", "ignores what is known of letter cases", SENDS, _CASE),
    Row("letter cases swapped", "prepare.py", 'text.upper() if case == "upper"', 'text.upper() if case != "upper"', "writes the other letter case", SENDS, _CASE),
    Row("flow ignored", "sources.py", "        return bound.reveal()", "        return ABSENT", "sends nothing of a flow", SENDS, _FLOW),
    Row("flow masked", "sources.py", "        return bound.reveal()", "        return str(bound)", "sends the mask of a flow value", SENDS, _FLOW),
    Row("flow not bound", "settings.py", "flow={**self.flow, **bound}", "flow=self.flow", "forgets what is bound to a flow", SENDS, _FLOW),
    Row("zone without its colon", "patterns.py", '{minutes // 60:02}:{minutes % 60:02}"', '{minutes // 60:02}{minutes % 60:02}"', "writes time zones otherwise", SENDS, _CLOCK),
    Row("zone turned round", "patterns.py", 'sign = "-" if distance < timedelta() else "+"', 'sign = "+" if distance < timedelta() else "-"', "turns time zones round", SENDS, _CLOCK),
    Row("time in UTC", "settings.py", "            clock=clock or _local_time,", "            clock=lambda: (clock or _local_time)().astimezone(__import__('datetime').UTC),", "moves times to UTC", SENDS, _CLOCK),
    Row("clock ignored", "settings.py", "            clock=clock or _local_time,", "            clock=_local_time,", "asks another clock", SENDS, _CLOCK),
    # How it is signed
    Row("nothing between the parts", "signing.py", 'recipe.separator.encode("utf-8").join(parts)', 'b"".join(parts)', "joins what is signed by nothing", SENDS, _signs),
    Row("digest in upper case", "signing.py", "text = written(digest, part.encoding)", "text = written(digest, part.encoding).upper()", "writes digests in upper case", SENDS, _signs),
    Row("signature in upper case", "signing.py", "return digest.hex() if", "return digest.hex().upper() if", "writes signatures in upper case", SENDS, _signs),
    Row("signature cut", "signing.py", "return digest.hex() if", "return digest.hex()[:-2] if", "cuts signatures", SENDS, _signs),
    Row("hash for a keyed hash", "signing.py", 'made = hmac.digest(key.encode("utf-8"), signed, digest)', 'made = hashlib.new(digest, key.encode("utf-8") + signed).digest()', "hashes key and message", SENDS, _signs),
    Row("token signed with its word", "signing.py", "            text = _known(part, credentials)", '            text = "Bearer " + _known(part, credentials)', "signs a token with the word before it", SENDS, _signs),
    Row("signature under another prefix", "prepare.py", "step.member.prefix + text", 'step.member.prefix + "sha=" + text', "puts a word before signatures", SENDS, _signs),
    # What is refused
    Row("nothing checked", "prepare.py", "    _check(operation, method, parts)\n", "", "sends what is not as documented", REFUSES, _any(lambda each: bool(each.argument))),
    Row("validator not asked", "prepare.py", "        operation.validate(request),\n", "", "does not ask the validator", REFUSES, _any(lambda each: bool(each.argument))),
    Row("refusal swallowed, sync", "client.py", _REFUSED, _REFUSED.replace("raise begun", "return None"), "returns nothing for what it refuses", REFUSES, _any(lambda each: bool(each.argument)), nth=1),
    Row("refusal swallowed, async", "client.py", _REFUSED, _REFUSED.replace("raise begun", "return None"), "returns nothing for what it refuses", SILENT, _any(lambda each: bool(each.argument)), nth=2),
    # Settings
    Row("variables ignored", "settings.py", "return os.environ.get(self.variable(name)) or None", "return None", "reads no credential of a variable", SENDS, _CREDENTIAL),
    Row("base URL of no variable", "settings.py", "base_url or os.environ.get(partner.base_url_variable) or None", "base_url or None", "reads no base URL of a variable", SENDS),
    Row("environment ignored", "settings.py", "url = replaced or (chosen.base_url if chosen else None)", 'url = replaced or "https://other.example"', "calls another server than the one chosen", "test_calls_the_documented_server"),
    Row("facts ignored", "settings.py", "        settled.update(_facts(facts or {}, fact_names))\n", "", "ignores facts", SENDS, _either(_CASE, lambda operation: any(each.needed for each in operation.unknowns))),
    Row("missing credential sent empty", "sources.py", "            raise MissingCredential(called(self.operation), name, variable)", '            return ""', "calls without a credential", REFUSES, _any(lambda each: each.field.required is True and isinstance(each.field.source, ir.FromCredential | ir.FromBasic))),
    Row("wrong variable told", "sources.py", "            variable = self.settings.variable(name)\n", "            variable = name\n", "tells another variable to set", REFUSES, _any(lambda each: each.field.required is True and isinstance(each.field.source, ir.FromCredential | ir.FromBasic))),
    # How often, how long
    Row("retry, sync", "client.py", f"answer = {_SEND}{_CAUGHT}", f"answer = {_SEND}{_AGAIN.format(send=_SEND)}", "sends again after a failure", FAILS),
    Row("retry, async", "client.py", f"answer = await {_SEND}{_CAUGHT}", f"answer = await {_SEND}{_AGAIN.format(send=f'await {_SEND}')}", "sends again after a failure", FAILS),
    Row("retry after a gateway, sync", "client.py", f"answer = {_SEND}", f"answer = {_SEND}\n            if answer.status in (502, 503, 504):\n                answer = {_SEND}", "sends again after a gateway error", FAILS),
    Row("retry after a gateway, async", "client.py", f"answer = await {_SEND}", f"answer = await {_SEND}\n            if answer.status in (502, 503, 504):\n                answer = await {_SEND}", "sends again after a gateway error", FAILS),
    Row("redirect followed", "http1.py", "            answer = _read(connection, exchange, deadline)\n", "            answer = _read(connection, exchange, deadline)\n            if 300 <= answer.status < 400:\n                return self.send(request, deadline)\n", "follows redirects", STRICT),
    Row("time limit longer", "client.py", "return time.monotonic() + self._settings.timeout\n", "return time.monotonic() + self._settings.timeout + 60\n", "waits longer than it is told", WAITS),
    Row("time limit for each piece", "http1.py", "            connection.settimeout(remaining(deadline, sent=True))\n", "            connection.settimeout(0.2)\n", "begins its time limit anew with each piece", WAITS),
    Row("no time limit, async", "http1.py", "with anyio.fail_after(remaining(deadline, sent=False)):", "with anyio.CancelScope():", "waits without end", WAITS),
    # Failures
    Row("timeout as not sent, sync", "http1.py", _LATE, _LATE.replace("True", "False"), "says that a late call was not sent", WAITS),
    Row("timeout as not sent, async", "http1.py", "            failure = too_late(exchange.sent)\n        raise failure\n\n    async def _exchanged", "            failure = too_late(False)\n        raise failure\n\n    async def _exchanged", "says that a late call was not sent", WAITS),
    Row("timeout as another reason", "exchange.py", 'return Failure(sent, "timeout",', 'return Failure(sent, "connection-lost",', "gives another reason for lateness", WAITS),
    Row("lost as not sent", "exchange.py", 'return Failure(True, "connection-lost", "the connection was closed")', 'return Failure(False, "connection-lost", "the connection was closed")', "says that a lost call was not sent", FAILS),
    Row("not sent as unknown", "exchange.py", 'return Failure(False, "connection-lost", f"no connection', 'return Failure(True, "connection-lost", f"no connection', "knows no call that was not sent", FAILS),
    Row("failure as not sent", "conclude.py", "    if not failure.sent:", "    if True:", "says that no failed call was sent", FAILS),
    Row("failure as sent", "conclude.py", "    if not failure.sent:", "    if False:", "says that every failed call was sent", FAILS),
    Row("failure as rejection", "conclude.py", "    unknown = OutcomeUnknown(name, reason=failure.reason, detail=failure.detail)\n    return Conclusion(failure.reason, error=unknown)", "    return Conclusion(failure.reason, error=Rejected(name))", "takes a failure for a rejection", FAILS),
    Row("reason lost", "conclude.py", "reason=failure.reason, detail=failure.detail", 'reason="unreadable", detail=failure.detail', "gives another reason for failures", FAILS),
    Row("502 is no gateway", "conclude.py", _GATEWAYS, _GATEWAYS.removeprefix("502, "), "takes 502 for the partner's", FAILS),
    Row("503 is no gateway", "conclude.py", _GATEWAYS, _GATEWAYS.replace("503, ", ""), "takes 503 for the partner's", FAILS),
    Row("504 is no gateway", "conclude.py", _GATEWAYS, _GATEWAYS.replace("504, ", ""), "takes 504 for the partner's", FAILS),
    Row("520 is no gateway", "conclude.py", _GATEWAYS, _GATEWAYS.replace("*range(520, 528), ", ""), "takes 520 for the partner's", STRICT),
    Row("530 is no gateway", "conclude.py", _GATEWAYS, _GATEWAYS.replace(", 530", ""), "takes 530 for the partner's", STRICT),
    Row("408 is no gateway", "conclude.py", "frozenset({408, ", "frozenset({", "takes 408 for the partner's", STRICT),
    Row("part for the whole", "conclude.py", "frozenset({203, 206, 207, 208, 226})", "frozenset({203, 207, 208, 226})", "takes a part of an answer for the whole", STRICT, _NO_STATUS),
    Row("gateway as rejection", "conclude.py", _GATEWAY, _AS_REJECTED, "takes a gateway error for a rejection", FAILS),
    Row("gateway repeats a refusal", "conclude.py", "        if self._status in _GATEWAY and not names(reply, code, self._status):\n", "        if False:\n", "takes a refusal of a gateway for the partner's", STRICT, _REFUSES_PLAINLY),
    Row("unreadable as rejection", "conclude.py", 'return self._unknown("unreadable", self._problem)', _AS_REJECTED, "takes what it cannot read for a rejection", FAILS),
    Row("undocumented status as rejection", "conclude.py", '        if not is_named or self._status in _REDIRECTS:\n            return self._unknown("undocumented-status")', f'        if not is_named or self._status in _REDIRECTS:\n            {_AS_REJECTED}', "takes an undocumented status for a rejection", FAILS, _STATUS),
    Row("any status for a rejection", "conclude.py", '"rejected": range(200, 500),', '"rejected": range(200, 600),', "takes an error of the server for a rejection", STRICT, _REFUSES_PLAINLY),
    Row("any status for a success", "conclude.py", '"success": range(200, 300),', '"success": range(200, 600),', "takes an undocumented status for a success", FAILS, _both(_NO_STATUS, _BY_CODE)),
    Row("redirects are answers", "conclude.py", "_REDIRECTS: Final = range(300, 400)", "_REDIRECTS: Final = range(0)", "takes a redirect for an answer", STRICT, _REFUSES_PLAINLY),
    Row("new code as rejection", "meant.py", 'return None if reply.outcome == "by-code" else reply.outcome', 'return "rejected" if reply.outcome == "by-code" else reply.outcome', "takes a new code for a rejection", FAILS, _BY_CODE),
    # Answers
    Row("codes without their zeros", "meant.py", "    return str(code)\n", '    return str(code).lstrip("0")\n', "cuts the zeros of codes", REPLIES, _any_code(lambda each: each.code.startswith("0"))),
    Row("types ignored", "violations.py", 'frozenset({"type", "required"})', 'frozenset({"required"})', "reads replies of wrong types", STRICT),
    Row("absence ignored", "violations.py", 'frozenset({"type", "required"})', 'frozenset({"type"})', "reads replies that lack what they need", STRICT, _needs_members),
    Row("undocumented not told", "violations.py", "        if name not in known:", "        if False:", "does not tell of new members", STRICT, _CLOSED),
    Row("validator of replies ignored", "conclude.py", "violations = (*self._of_headers(reply), *reply.validate(self._value))", "violations = ()", "does not validate replies", STRICT, _observes),
    Row("observations lost", "model.py", "_Came(tuple(observed), value", "_Came((), value", "loses what is odd about replies", STRICT, _observes),
    Row("reply lost as it came", "model.py", "_Came(tuple(observed), value", "_Came(tuple(observed), {}", "loses replies as they came", STRICT, _observes),
    Row("contradictions ignored", "conclude.py", "        if contradiction:\n", "        if False:\n", "reads replies that contradict themselves", STRICT, _either(_ECHOES, _AGREES, _CODE_STATUS)),
    Row("statuses of codes ignored", "conclude.py", "            if code.http is not None and code.http != self._status:", "            if False:", "reads codes with other statuses", STRICT, _CODE_STATUS),
    Row("agreement ignored", "conclude.py", "if found is not ABSENT and not equal(found, fixed):", "if False:", "reads codes that the reply contradicts", STRICT, _AGREES),
    Row("echoes ignored", "conclude.py", "            if not self._is_echoed(theirs, ours, may_be_null=not is_good):", "            if False:", "reads replies to other calls", STRICT, _ECHOES),
    Row("statuses ignored", "conclude.py", "            takes(when, self._status)\n", "            True\n", "reads replies with any status", STRICT, _STATUS),
    Row("signs ignored", "meant.py", "        all(equal(standing(value, path), fixed) for path, fixed in when.equals)\n", "        True\n", "does not look at what tells replies apart", STRICT, _any_reply(lambda each: bool(each.when.equals))),
    Row("presence ignored", "meant.py", "        and all(standing(value, path) is not ABSENT for path in when.has)\n", "", "does not look for what replies must have", STRICT, _any_reply(lambda each: bool(each.when.has))),
    Row("presence of others ignored", "meant.py", "        and all(standing(value, path) is ABSENT for path in when.lacks)\n", "", "does not look for what replies must not have", STRICT, _any_reply(lambda each: bool(each.when.lacks))),
    Row("code lost", "conclude.py", "            code=None if self._code is None else self._told(self._code),", "            code=None,", "loses codes", CODES, _any_reply(lambda each: each.outcome == "rejected" and each.code_at is not None)),
    Row("message lost", "conclude.py", "            message=self._message,", "            message=None,", "loses messages", CODES, _SAID),
    Row("status lost", "conclude.py", "            http_status=self._status,", "            http_status=None,", "loses HTTP statuses", CODES, _ERRORS),
    Row("reply of an error lost", "conclude.py", "reply=None if self._reply is None else self._model", "reply=None", "loses the replies of errors", CODES, _ERRORS),
    Row("error returned, sync", "client.py", "            raise conclusion.error", "            return conclusion.error", "returns errors", REPLIES, nth=1),
    Row("error returned, async", "client.py", "            raise conclusion.error", "            return conclusion.error", "returns errors", FAILS, nth=2),
    Row("reply returned bare, sync", "client.py", "        return conclusion.reply", "        return vars(conclusion.reply) if conclusion.reply else None", "returns no model", REPLIES, nth=1),
    Row("operation not told", "conclude.py", '            f"{self._operation.partner}.{self._operation.name}",\n            code', "            self._operation.partner,\n            code", "does not tell which call failed", CODES, _ERRORS),
    # What is shown
    Row("arguments logged", "client.py", '_log(operation, logging.DEBUG, "is sent")', '_log(operation, logging.DEBUG, f"is sent {arguments}")', "logs the arguments", SILENT, _SECRET_ARGUMENT),
    Row("headers logged", "client.py", '_log(operation, logging.DEBUG, "is sent")', '_log(operation, logging.DEBUG, f"is sent {prepared.request.headers}")', "logs the headers", SILENT, _both(_SECRET_HEADER, _comes_from(ir.FromCredential))),
    Row("body logged", "client.py", '_log(operation, logging.DEBUG, "is sent")', '_log(operation, logging.DEBUG, f"is sent {prepared.body}")', "logs the body", SILENT, _SECRET_BODY),
    Row("refused values logged", "client.py", '_log(operation, logging.INFO, "was not sent: %s", word)', '_log(operation, logging.INFO, f"was not sent: {arguments}")', "logs what it refuses", SILENT, _SECRET_ARGUMENT),
    Row("refused values told", "client.py", "            return error.with_traceback(None)", "            error.arguments = arguments\n            return error.with_traceback(None)", "keeps what it refuses in the exception", SILENT, _SECRET_ARGUMENT),
    Row("credentials shown", "client.py", "{settings.environment or 'custom'}", "{[settings.credential(each.name) for each in settings.partner.credentials]}", "shows credentials in its repr", SILENT, _either(_SECRET_HEADER, _SECRET_BODY)),
    Row("secrets repeated", "conclude.py", 'text = text.replace(secret, "***")', "pass", "repeats secrets that an answer tells", SILENT, _both(_SAID, _SECRET)),
    Row("one secret hidden", "conclude.py", "for secret in sorted(self._prepared.secrets, key=len, reverse=True):", "for secret in sorted(self._prepared.secrets, key=len)[:1]:", "hides one secret alone", SILENT, _both(_SAID, lambda operation: sum(each.field.secret for each in members(operation)) > 1)),
    Row("nothing logged", "client.py", "    _logger(operation.partner).log(level,", "    False and _logger(operation.partner).log(level,", "logs nothing", SILENT),
    Row("reply in a pickle", "errors.py", ' if name != "_reply"}', "}", "takes the reply along in a pickle", SILENT, _SAID),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Left:
    """What no contract test can see, and where it is held."""

    what: str
    why: str
    test: str
    """A file or folder of the project's own tests."""


LEFT: Final = (
    Left("white space and escapes in JSON", "the same JSON", "tests/runtime/test_runtime_strict_json.py"),
    Left("JSON that two readers could read differently", "no page speaks of it", "tests/runtime/test_runtime_strict_json.py"),
    Left("a signed body that is not minified", "what is sent has no white space", "tests/runtime/test_runtime_signing.py"),
    Left("transports of httpx2, TLS, answers that are too large", "the tests use the default on loopback", "tests/runtime/test_runtime_transport.py"),
    Left("header values of several lines", "every header that is an argument has a rule of its own", "tests/runtime/test_runtime_prepare.py"),
    Left("connections that are kept", "the tests use the default, which keeps none", "tests/runtime/test_runtime_kept.py"),
    Left("one client in several threads", "each case makes one call", "tests/runtime/test_runtime_client.py"),
    Left("reading text as a date or number by `parse`", "a reply keeps what came", "tests/runtime/test_runtime_wire.py"),
    Left("settings that cannot be", "no page speaks of them", "tests/runtime/test_runtime_settings.py"),
)  # fmt: skip


def changes(subject: Subject) -> Iterator[Change]:
    """Yield what can be wrong with the runtime that the operation can tell."""
    for row in ROWS:
        if row.told_by(subject.operation):
            source = subject.runtime(row.file)
            for start in row.places(source.text):
                yield Change(
                    operator=f"runtime: {row.operator}",
                    at="",
                    says=row.says,
                    file=source.file,
                    start=start,
                    end=start + len(row.old),
                    text=row.new,
                    first=row.first,
                )
