"""Names that the parser does not mark, told by a title or a verb of speech beside them."""

from collections.abc import Callable

import msgspec
import pytest

from onrecord.entities.unseen import unseen
from onrecord.model.document import Document
from onrecord.model.token import Parse

Parsed = Callable[[str], Document]


def without_names(document: Document) -> Document:
    """As if the parser had seen no name at all."""
    parse = document.parse
    return msgspec.structs.replace(document, parse=Parse(parse.tokens, parse.sentences))


def found(document: Document, claimed: range = range(0)) -> list[tuple[str, str, str]]:
    """Phrase, name and kind of what is found."""
    return [(c.span.of(document.text), c.name, c.kind) for c in unseen(document, claimed)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quillpost said the bridge was shut.", [("Quillpost", "Quillpost", "organization")]),
        ("The Lantern reports that he left.", [("The Lantern", "Lantern", "organization")]),
        ("Mary Okwu said the bridge was shut.", [("Mary Okwu", "Mary Okwu", "person")]),
        ("They waved at Superintendent Ngozi Adeyemi.",
         [("Superintendent Ngozi Adeyemi", "Ngozi Adeyemi", "person")]),
        ("Quillpost collapsed in May.", []),
        ("The Senator said no.", []),
        ("They waved at Superintendent Mayor.", []),
    ],
)  # fmt: skip
def test_who_speaks_or_has_a_title_is_an_actor(parsed: Parsed, text: str, names: list[tuple[str, str, str]]) -> None:
    assert found(without_names(parsed(text))) == names


def test_a_name_told_once_is_one_wherever_it_stands(parsed: Parsed) -> None:
    text = "He left Quillpost in May, and later Quillpost said so."
    document = without_names(parsed(text))
    starts = [c.span.start for c in unseen(document, ())]
    assert starts == [text.index("Quillpost"), text.rindex("Quillpost")]


def test_what_is_another_name_already_is_left_alone(parsed: Parsed) -> None:
    document = without_names(parsed("Quillpost said the bridge was shut."))
    assert found(document, range(1)) == []
