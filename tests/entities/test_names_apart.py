"""Names that the parser runs together, as the names of those who bear them."""

from collections.abc import Callable

import pytest

from onrecord.entities.names_apart import names_apart
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.token import Name, Parse

Parsed = Callable[[str], Document]


@pytest.mark.parametrize(
    ("words", "label", "apart"),
    [
        ("Okoro College's Maria Adeyo", "ORG", [("Okoro College", "ORG"), ("Maria Adeyo", "PERSON")]),
        ("Okoro University's School of Law", "ORG", [("Okoro University", "ORG"), ("School of Law", "ORG")]),
        ("Maria Adeyo for Clean Rivers", "ORG", [("Maria Adeyo", "PERSON"), ("Clean Rivers", "ORG")]),
        ("School of Law at Okoro University", "ORG",
         [("Okoro University", "ORG"), ("School of Law at Okoro University", "ORG")]),
        ("Okoro Bridge Foundation", "PERSON", [("Okoro Bridge Foundation", "ORG")]),
        # No two actors.
        ("Adeyo's Corner Bar", "ORG", [("Adeyo's Corner Bar", "ORG")]),
        ("Coalition for Clean Rivers", "ORG", [("Coalition for Clean Rivers", "ORG")]),
        ("Maria Adeyo Party", "PERSON", [("Maria Adeyo Party", "PERSON")]),
    ],
)  # fmt: skip
def test_a_name_falls_apart_into_those_of_two_actors(
    parsed: Parsed, words: str, label: str, apart: list[tuple[str, str]]
) -> None:
    text = f"He thanked {words} on Monday."
    parse = parsed(text).parse
    span = Span(text.index(words), text.index(words) + len(words))
    inside = parse.tokens_in(span)
    parse = Parse(parse.tokens, parse.sentences, [Name(span, inside.start, inside.stop, label)])
    assert [(name.span.of(text), name.label) for name in names_apart(parse)] == apart
