"""Whether a person is told to be a man or a woman: by title, else by given name, else not at all."""

from functools import cache
from typing import Literal

from onrecord.model.record import Actor
from onrecord.resources import rows

Gender = Literal["man", "woman"]

TITLES: dict[Gender, frozenset[str]] = {
    "man": frozenset(
        "mr sir king prince pope father brother congressman spokesman chairman businessman lord".split()
    ),
    "woman": frozenset(
        "mrs ms miss queen princess sister congresswoman spokeswoman chairwoman businesswoman lady".split()
    ),
}  # fmt: skip
PRONOUNS: dict[str, Gender] = {
    "he": "man", "him": "man", "his": "man", "himself": "man",
    "she": "woman", "her": "woman", "herself": "woman",
}  # fmt: skip


def gender(actor: Actor) -> Gender | None:
    """Null where neither the title nor a given name (every word of the name but the last) says."""
    return gender_of(f"{actor.title or ''} {actor.name}")


def gender_of(words: str) -> Gender | None:
    """Of the words of a name with its title, told as those of an actor are: "Mr. Okello", "Ana Ruiz"."""
    split = [word.lower().strip(".") for word in words.split()]
    told = [kind for kind, titles in TITLES.items() if not titles.isdisjoint(split)]
    given = [_given().get(word) for word in split[:-1]]
    return next(iter([*told, *(kind for kind in given if kind)]), None)


def may_be(actor: Actor, pronoun: str) -> bool:
    """Whether a pronoun in the singular, in lower case, may stand for the actor: a person not told otherwise."""
    return actor.kind == "person" and gender(actor) in (PRONOUNS[pronoun], None)


def is_one_body(actor: Actor) -> bool:
    """Whether "it" may stand for the actor: a body, or a group told of as one ("the army")."""
    is_body = actor.kind in ("organization", "government", "country")
    return is_body or (actor.kind == "group" and actor.title is not None and actor.title[-1:] != "s")


def is_given(word: str) -> bool:
    """Whether the word, in any case, is a given name of the table."""
    return word.lower() in _given()


@cache
def _given() -> dict[str, Gender]:
    return {
        name: "man" if kind == "man" else "woman"
        for kind, names in rows("given_names.tsv")
        for name in names.split("|")
    }
