"""Documents built by hand, without a language model."""

import re

from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.token import Name, Parse, Token


def document(text: str, *words: str, names: dict[str, str] | None = None, **metadata: object) -> Document:
    """A document whose tokens are given in order as ``text/POS/dep/head`` (head: index of the governor).

    ``names`` maps the first occurrence of a text to its entity label. Lemmas are the lower-cased words. Without
    ``words`` the tokens are the runs of letters and the single marks of ``text``, all ``X`` and governed by the first.
    """
    tokens: list[Token] = []
    at = 0
    for word in words or [f"{found[0]}/X/dep/0" for found in re.finditer(r"\w+|[^\w\s]", text)]:
        surface, pos, dep, head = word.rsplit("/", 3)
        start = text.index(surface, at)
        at = start + len(surface)
        tokens.append(Token(start, at, surface, surface.lower(), pos, pos, dep, int(head)))
    parse = Parse(tokens, [(0, len(tokens))] if tokens else [])
    found_names = []
    for surface, label in (names or {}).items():
        start = text.index(surface)
        inside = parse.tokens_in(Span(start, start + len(surface)))
        found_names.append(Name(Span(start, start + len(surface)), inside.start, inside.stop, label))
    parse = Parse(tokens, parse.sentences, found_names)
    return Document(id="test", text=text, parse=parse, language="en", **metadata)  # type: ignore[arg-type]
