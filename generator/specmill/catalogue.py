"""Every diagnostic of the tool, declared once, grouped by the floor that tells it.

A kind is a code, what it is for (a line of documentation) and a sentence with named
fields.  To add one, add it to its floor's table and a file to `tests/errors/<floor>/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from .light import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of diagnostic; *template* is filled in by `diagnostics.report`."""

    code: str
    purpose: str
    template: str
    severity: Severity = "error"


# Two lines to a kind: black would give every argument a line of its own.
# fmt: off
READ: tuple[Kind, ...] = (
    # the file
    Kind("file-too-big", "a file is larger than a spec can sensibly be",
         "the file has {size} bytes and at most {limit} are read; split it"),
    Kind("utf-16", "a file is encoded as UTF-16 or UTF-32",
         "the file is encoded as {encoding}; save it as UTF-8"),
    Kind("byte-order-mark", "a file starts with a UTF-8 byte order mark",
         "the file starts with a byte order mark; save it as UTF-8 without one"),
    Kind("not-utf-8", "a byte is not UTF-8",
         "the byte 0x{byte} is not UTF-8; save the file as UTF-8"),
    Kind("control-character", "a control character stands in the text",
         "{name} is a control character; take it out"),
    Kind("bidi-control", "a character reverses the direction of the text",
         "{name} changes the order in which text is shown; take it out"),
    Kind("hidden-character", "a character cannot be seen in the text",
         "{name} cannot be seen in the text; take it out"),
    Kind("surrogate", "an escape names half of a character",
         "{name} is half of a character; write the character itself"),
    Kind("directive", "a line starts with % outside of the document",
         "'{text}' is a YAML directive; take the line out"),
    Kind("empty-file", "a file says nothing",
         "the file says nothing; write 'key: value' lines"),
    Kind("root-not-mapping", "a file is not a mapping",
         "the file holds {what}; write 'key: value' lines"),
    Kind("second-document", "a file holds a second YAML document",
         "a second document starts here; put it into a file of its own"),
    # what YAML has and specs have not
    Kind("anchor", "a YAML anchor is used",
         "'&{name}' is an anchor; write the value out where it is used,"
         " or quote a text that starts with '&'"),
    Kind("alias", "a YAML alias is used",
         "'*{name}' is an alias; write the value out here,"
         " or quote a text that starts with '*'"),
    Kind("merge-key", "a YAML merge key is used",
         "some YAML readers merge another mapping at '<<'; write its keys out here"),
    Kind("tag", "a YAML tag is used",
         "'{name}' is a tag; take it out, or quote a text that starts with '!'"),
    # keys and values
    Kind("duplicate-key", "a mapping has a key twice",
         "'{key}' is already said at {first}; keep one of the two"),
    Kind("duplicate-key-spelling", "two keys differ in Unicode normalization only",
         "'{key}' is already said at {first}, in another Unicode spelling;"
         " keep one of the two"),
    Kind("key-not-text", "a key is not a string",
         "a key must be text, and this is {what}; write it in quotes"),
    Kind("empty-value", "nothing stands where a value should",
         "nothing is written here; write the value, or null"),
    # plain scalars that YAML would change, or that readers take differently
    Kind("leading-zero", "a plain number starts with a zero",
         "quote '{text}': YAML would drop its zeros"),
    Kind("plus-sign", "a plain number starts with a plus sign",
         "quote '{text}': YAML would drop its plus sign"),
    Kind("minus-zero", "a plain zero has a minus sign",
         "write 0, or quote '{text}': YAML would drop its minus sign"),
    Kind("exponent", "a plain number has an exponent",
         "quote '{text}', or write the number out: some YAML readers take it for text"),
    Kind("digit-separator", "a plain number has underscores",
         "quote '{text}', or write it without '_': some YAML readers drop them"),
    Kind("other-base", "a plain number is hexadecimal, octal or binary",
         "quote '{text}', or write it in decimal: YAML would keep another number"),
    Kind("bare-point", "a plain number has no digit on one side of its point",
         "quote '{text}', or write a digit on both sides of the point"),
    Kind("not-a-number", "a plain scalar is an infinity or not a number",
         "quote '{text}': YAML would make it a number that JSON does not have"),
    Kind("sexagesimal", "a plain scalar is a number to the base of 60 to some readers",
         "quote '{text}': some YAML readers make it a number in base 60"),
    Kind("date", "a plain scalar is a date or a time to some readers",
         "quote '{text}': some YAML readers take it for a date and change its form"),
    Kind("truth-word", "a plain scalar is a boolean to some readers",
         "quote '{text}', or write true or false: some YAML readers take it for one"),
    Kind("null-word", "a plain scalar is null to some readers",
         "quote '{text}', or write null: some YAML readers take it for that"),
    Kind("yaml-sign", "a plain scalar means something of its own to some readers",
         "quote '{text}': some YAML readers give it a meaning of its own"),
    Kind("number-too-long", "a plain number has more digits than numbers keep",
         "quote '{text}': numbers keep 15 digits"),
    # limits
    Kind("too-deep", "a spec is nested too deeply",
         "this is nested more than {limit} levels deep; make it flatter"),
    Kind("too-many-nodes", "a spec has too many values",
         "the file has more than {limit} keys and values; split it"),
    Kind("too-many-items", "a list or a mapping has too many parts",
         "this {what} has more than {limit} parts; list fewer and say in words what they"
         " have in common"),
    Kind("too-long", "a text is too long",
         "this text has {length} characters and at most {limit} are read; shorten it"),
    Kind("too-many-findings", "a file has more findings than anyone reads",
         "{limit} findings are told and the rest is left out; correct these first"),
    # syntax
    Kind("tab", "a tab stands where YAML wants spaces",
         "a tab stands here; use spaces, or quote the text it belongs to"),
    Kind("indentation", "a line is indented unlike those it belongs to",
         "this does not line up with what starts at {opened}; indent both alike"),
    Kind("text-after-value", "something follows a value that has ended",
         "the value has ended before this; quote all of it"
         " (in single quotes, a quote is written twice)"),
    Kind("trailing-text", "something follows the end of the document",
         "the document has ended before this; take it out, or indent it"),
    Kind("unexpected-colon", "a second ': ' stands in one entry",
         "a second ': ' is not allowed here; quote the text,"
         " or start a new, indented line"),
    Kind("missing-colon", "a line of a mapping has no colon",
         "this line has no ': '; write 'key: value', or quote a text of several lines"),
    Kind("misplaced-dash", "a list entry stands where none may",
         "a list may not start here; give its first '- ' a line of its own,"
         " or quote the text"),
    Kind("unclosed-quote", "a quoted text does not end",
         "the quote opened here is never closed; add {quote} where the text ends"),
    Kind("unclosed-bracket", "a bracket does not end",
         "the bracket opened here is never closed; close it"),
    Kind("missing-comma", "entries between brackets are not separated",
         "a comma or a closing bracket is missing before this;"
         " the bracket was opened at {opened}"),
    Kind("bad-escape", "a double-quoted text has an unknown escape",
         "'{text}' is not an escape; write \\\\ for a backslash,"
         " or use single quotes"),
    Kind("block-header", "a sign follows the | or > of a block text",
         "only a digit, '+' or '-' may follow '{text}' on its line"),
    Kind("reserved-character", "a plain scalar starts with a sign that YAML reserves",
         "'{text}' may not stand here; quote the text"),
    Kind("syntax", "YAML cannot be read for a reason that has no code of its own",
         "this is not YAML: {problem}; correct it, or quote the text"),
)

CHECK: tuple[Kind, ...] = (
    Kind("no-kind", "a file does not say what kind of spec it is",
         "no key says what this file is; start it with one of {known}"),
    Kind("unknown-key", "a mapping has a key that the language does not have",
         "there is no key '{key}' in this {where}"),
    Kind("missing-key", "a mapping lacks a key that it must have",
         "the key '{key}' is missing from this {where}"),
    Kind("choose-one", "a mapping has none or several of the keys that exclude another",
         "this {where} must have exactly one of the keys {keys}"),
    Kind("needs-key", "a key stands without the key that gives it a meaning",
         "'{key}' says nothing without '{other}'; add that, or take '{key}' out"),
    Kind("wrong-kind", "a value is of another kind than its key takes",
         "this is {found}, and should be {expected}"),
    Kind("too-many-fields", "a spec describes too many fields",
         "this file describes more than {limit} fields; split it"),
    Kind("unclear-condition", "a condition cannot be read",
         "this is no condition: {says}"),
    Kind("unknown-word", "a value is not one of the words that its key takes",
         "'{word}' is not one of {known}"),
    Kind("bad-name", "a key that the author chooses is not a name",
         "'{name}' should be {expected}"),
    Kind("listed-twice", "a list has a value twice",
         "{value} is already in this list; take it out"),
)

RESOLVE: tuple[Kind, ...] = (
    # files
    Kind("no-partner", "a spec stands in a folder without partner.yaml",
         "no partner.yaml stands in {folder}; write one there"),
    Kind("same-address", "two operations are called alike, and nothing tells them apart",
         "'{first}' is called by {line} too, and no member has another fixed value there:"
         " a provider cannot tell the two calls apart; see whether the page has one",
         "warning"),
    Kind("method-twice", "two operations make one method of a client",
         "a client has the method '{name}' for '{first}' already; rename this operation"),
    Kind("said-twice", "two places describe the same thing",
         "the {what} '{name}' is already described at {first}; rename one of the two"),
    Kind("same-variable", "two partners read one environment variable",
         "{value} is read from {name}, as is {other} of the partner '{partner}' at"
         " {first}; rename one of the two"),
    Kind("no-file-name", "files cannot be called by a name",
         "no file can be called '{name}' on every system, and generated ones would be;"
         " choose another name"),
    Kind("reserved-name", "a name means something else to Python or to a client",
         "'{name}' has a meaning of its own in Python or in a client;"
         " choose another name"),
    # references
    Kind("no-such-standard", "a partner follows a standard that no file describes",
         "no file describes the standard '{name}'"),
    Kind("no-such-template", "an operation follows one that its standard lacks",
         "the standard describes no operation '{name}'"),
    Kind("no-such-page", "an operation names a page that its partner does not have",
         "partner.yaml has no page '{name}'"),
    Kind("no-such-credential", "a value comes from a credential that is not declared",
         "no credential '{name}' is declared; add it to 'credentials' in partner.yaml"),
    Kind("unused-credential", "a credential is declared and nothing is made of it",
         "no operation sends or signs with the credential '{name}';"
         " take it out, or say where it goes with 'from'", "warning"),
    Kind("no-such-server", "an environment is no server of its partner and has no URL",
         "partner.yaml has no server '{name}'; give this environment a 'url'"),
    Kind("bad-comparison", "a condition compares what cannot be compared",
         "{place} {says}"),
    Kind("printed-differs", "a printed type and the limits of its field disagree",
         "the page prints '{printed}', and {says}; correct one, or record a defect",
         "warning"),
    Kind("never-kept", "no request keeps all conditions of an operation",
         "no request was found that keeps all conditions: {says}"),
    Kind("bad-authentication", "what is said of authentication is not what a call has",
         "{says}"),
    Kind("cannot-fetch", "a credential is fetched by a call that cannot fetch it",
         "a credential cannot be fetched so: {reason}"),
    Kind("no-such-place", "a place is not one of the documented members",
         "'{place}' is not a documented member of {where}"),
    Kind("bad-items", "a reply cannot tell what became of each item",
         "items need {says}"),
    Kind("no-such-reply", "a code occurs in a reply that does not carry codes",
         "no reply '{name}' has a 'code' place"),
    Kind("no-such-column", "a code fixes a column that no reply has",
         "no reply names a column '{name}'; add it to 'columns'"),
    Kind("cannot-poll", "a call is to be repeated until a state is final, and cannot be",
         "polling needs {says}; add that, or take 'polling' out"),
    Kind("cannot-repeat", "a call is repeated with what is no key of it",
         "a call is repeated with a member that is 'from: idempotency-key',"
         " and '{place}' is none; correct one of them"),
    Kind("cannot-page", "a list is to be asked for in parts, and cannot be",
         "pages need {says}; correct that, or take 'pages' out"),
    Kind("no-such-environment", "a rule speaks of a server that the partner does not have",
         "partner.yaml has no server '{name}'"),
    Kind("no-such-fact", "an environment settles a fact that is not open",
         "'{name}' is not a fact that the pages leave open"),
    Kind("no-such-operation", "an environment speaks of an operation that there is not",
         "the partner has no operation '{name}'"),
    Kind("no-such-answer", "an environment answers with what the operation does not have",
         "'{name}' is no code and no reply of the operation"),
    Kind("no-answer", "a check of an environment answers no fault",
         "this check names no fault and its answer, such as absent: \"207\""),
    Kind("bad-fact", "an environment settles a fact with a value that it cannot have",
         "'{value}' cannot be {name}, which should be {expected}"),
    Kind("leaves-out-nothing", "an operation leaves out what is not shared",
         "'{name}' is no header of the standard or the partner,"
         " nor a body member of the standard"),
    # fields
    Kind("undecided", "a field does not say whether it is required",
         "'{wire_name}' must say required: true, false or unknown"
         " (or 'defaults' must, for all)"),
    Kind("no-type", "a field has no type",
         "'{wire_name}' must say its type; write 'type: unknown' if the page does not"),
    Kind("no-items", "a list or map does not say what it holds",
         "say what this holds under '{key}'; 'type: unknown' if the page does not"),
    Kind("no-python-name", "a wire name has no letters for a Python name",
         "'{wire_name}' cannot be a Python name; give one with 'name'"),
    Kind("same-name", "two members of an object would have one Python name",
         "'{first}' and '{second}' are both {name} in Python;"
         " give one of them a 'name'"),
    Kind("same-argument", "two members of a request would be one argument",
         "{first} and {second} are both the argument {name};"
         " give one of them a 'name'"),
    Kind("same-class", "two objects of an operation would be one class",
         "{first} and {second} would both be the class {name};"
         " give one of them a 'name'"),
    Kind("same-header", "two headers differ in letter case only",
         "the header '{first}' is described already, and letter case does not tell"
         " headers apart; take one of the two out"),
    Kind("framing-header", "a header is one that HTTP itself needs",
         "the client writes the header '{name}' itself; take it out"),
    Kind("misplaced", "a key does not apply to where it stands",
         "'{key}' belongs to {expected}, and '{wire_name}' is {found}"),
    Kind("not-together", "two keys contradict each other",
         "'{first}' and '{second}' cannot both stand here; take one of them out"),
    Kind("other-format", "a key belongs to another format of body",
         "'{key}' belongs to the format {expected}, and this is {found}"),
    Kind("bad-seal", "the envelope of a body cannot be made as it is said",
         "this envelope {says}"),
    Kind("no-root", "a body of XML has no outermost element",
         "XML has an outermost element; name it with 'root'"),
    Kind("multipart-reply", "a reply is said to be a multipart body",
         "replies are not read from multipart bodies; take the reply out"),
    Kind("not-of-format", "the members of a body are not what its format holds",
         "a body of {format} has {says}"),
    Kind("no-carrier", "a value cannot be written where it stands",
         "'{wire_name}' is {found}, which {place} cannot carry"),
    Kind("no-segment", "a path has a place for a segment that is not described",
         "the path has '{{{name}}}', and 'segments' does not describe it"),
    Kind("no-placeholder", "a segment has no place in the path",
         "'{name}' is a segment, and the path has no '{{{name}}}'"),
    Kind("optional-segment", "a segment is said to be optional",
         "a path has all of its segments; take 'required' out"),
    Kind("browser-cannot", "a browser that is sent to a URL is to do more than that",
         "a browser that is sent to a URL does not {what}; take one of the two out"),
    Kind("bad-source", "a value cannot come from where it is said to",
         "'{wire_name}' cannot come from {source}: {reason}"),
    Kind("secret-in-spec", "a spec fixes a value that is to be secret",
         "'{wire_name}' is secret, and '{key}' would print it in generated code;"
         " take it from a credential"),
    Kind("looks-real", "a text looks like a secret or like personal data",
         "this looks like {what}, which pages print of real accounts; make one up, or"
         " mark the example with 'masked'", "warning"),
    Kind("value-breaks", "a listed or fixed value breaks what is said of its place",
         "'{value}' cannot be a value of {place}: it {says}; correct one of them"),
    Kind("shows-too-much", "a message may hold more than a test can write out",
         "with this field a message may have more than {limit} characters, and contract"
         " tests write it out; correct its limits, or those of what it stands in"),
    Kind("bad-pattern", "a pattern is no regular expression, or one that takes very long",
         "this regular expression cannot be used: {reason}"),
    Kind("bad-form", "a written form cannot be used",
         "this form cannot be used: {reason}"),
    Kind("wider", "a limit is wider than the one of the standard that it narrows",
         "'{key}' of {place} allows what the standard forbids; narrow it,"
         " or record a defect that explains {place}.{key}"),
    # signatures
    Kind("no-signature", "a member carries a signature that no file describes",
         "'{wire_name}' carries a signature, and no 'signature' describes it"),
    Kind("signs-itself", "a signature is to cover the member that carries it",
         "'{place}' carries the signature, which cannot cover itself; take it out"),
    Kind("signature-twice", "two members carry the signature",
         "{first} carries the signature already, and it is sent once;"
         " take 'from: signature' out of one"),
    Kind("no-timestamp", "the time that is signed is not one header's",
         "the signature covers the time, and {found} 'from: clock'; let one be"),
    Kind("no-nonce", "the nonce that is signed is not one member's",
         "the signature covers a nonce, and {found} 'from: nonce'; let one be"),
    Kind("key-of-digest", "a digest without a key is given one",
         "a plain digest has no key; put the credential among the 'parts'"),
    Kind("not-of-a-reply", "the signature of a reply covers what a reply has not",
         "this cannot be proved of a reply: {reason}"),
    Kind("vector-lacks", "a published signature lacks something that is signed",
         "the signature covers '{place}', and this example does not say it"),
    Kind("vector-differs", "a published signature is not made by the recipe",
         "the recipe {says}; correct it,"
         " or record a defect that explains {place}"),
    # calls that the partner makes to us
    Kind("replay-without-time", "the age of a call is that of a value that is no time",
         "'{name}' does not tell when a call was made; say 'from: clock' there"),
    Kind("replay-unsigned", "a call tells its time, and nothing signs that",
         "nothing signs {place}, so that an old call can be given a new time;"
         " see whether the page signs it", "warning"),
    # replies and codes
    Kind("no-code-place", "an outcome hangs on a code without a place",
         "the outcome is that of the code; say where it stands with 'code'"),
    Kind("no-codes", "an outcome hangs on a code and no codes are documented",
         "the outcome is that of the code, and no code is documented for this reply;"
         " add 'codes'"),
    Kind("code-without-place", "a code is documented and no reply says where codes are",
         "no reply says where the code '{code}' stands; give one a 'code' place"),
    Kind("code-out-of-reach", "a code belongs to an HTTP status that no reply lists",
         "the code '{code}' comes with HTTP {http}, which no reply with a 'code'"
         " place lists; add it to 'http'"),
    Kind("bad-code-key", "a range or a pattern of codes is not written as one",
         "'{code}' is no {kind} of codes; write it like {like}"),
    Kind("code-shadowed", "a range or a pattern has no code of its own",
         "every code of '{code}' is listed already, by itself or in a row before;"
         " take this row out, or move it up"),
    Kind("code-contradicts", "a code and the reply that it occurs in differ in outcome",
         "the code '{code}' is {outcome}, and the reply '{reply}' is {other};"
         " correct one of them, or make the reply by-code"),
    Kind("code-not-a-number", "a code is no number where a reply has numbers",
         "'{code}' can never be the code of the reply '{reply}', which is a whole number;"
         " write it as that number, or say with 'in' where the code occurs"),
    Kind("column-twice", "two replies have one column in different places",
         "the column '{name}' is {first} in another reply; give one another name"),
    Kind("no-error-name", "a code that is raised has no exception name",
         "the code '{code}' is raised as an exception; name it with 'error'"),
    Kind("needless-error", "an outcome that raises nothing has an exception name",
         "the outcome {outcome} raises nothing; take 'error' out, or correct 'outcome'"),
    Kind("reserved-error", "an exception has the name of one of Python's or the runtime's",
         "'{name}' is a name of Python or of the runtime; choose another name"),
    Kind("error-named-twice", "two codes share an exception and mean different things",
         "{name} already stands for {first}; give {second} another name"),
    Kind("reply-shadowed", "a reply can never be recognized",
         "every such answer is recognized as '{other}', which stands before;"
         " make 'when' tell the two apart"),
    # examples and defects
    Kind("example-breaks", "an example breaks what the spec says of its place",
         "the example of {place} {says}; correct one of them,"
         " or record a defect that explains it"),
    Kind("no-value", "limits of a value exclude each other",
         "no value is possible for {place} that {says}; correct one of these limits"),
    Kind("needs-example", "no value can be made up that keeps what a spec says",
         "no value could be made for {place} that {says}; give it a made-up 'example'"),
    Kind("example-of-another", "an example would be taken for another reply",
         "this example under HTTP {http} is recognized as {other};"
         " make 'when' tell the two apart"),
    Kind("example-code", "the code in an example does not fit the codes",
         "this example has the code '{code}', {says}; correct one of them"),
    Kind("explains-nothing", "a defect explains an example that breaks nothing",
         "no example breaks {place}; take it out of 'explains'"),
)

OUTPUT: tuple[Kind, ...] = ()

PIPELINE: tuple[Kind, ...] = (
    Kind("too-many-specs", "a project has too many specs",
         "{count} specs stand in this folder and at most {limit} are read; split the"
         " project"),
    Kind("specs-too-big", "the specs of a project are too big together",
         "with this file the specs have more than {limit} bytes; split the project"),
    Kind("out-of-time", "a run takes too long",
         "after {limit} seconds the run had come no further than this, and has changed nothing;"
         " split the project, or raise 'max_seconds' in [tool.specmill] of pyproject.toml"),
    Kind("no-specs", "a project has no spec files",
         "no spec stands in this folder; run 'specmill init' to start with an example"),
)
# fmt: on

CATALOGUE: Mapping[str, Kind] = MappingProxyType(
    {
        kind.code: kind
        for floor in (READ, CHECK, RESOLVE, OUTPUT, PIPELINE)
        for kind in floor
    }
)
"""Every kind by its code, in the order of the floors."""
