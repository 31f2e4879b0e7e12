"""Which of the actors before a name means, by the name alone."""

from collections.abc import Callable, Sequence

from onrecord.entities.candidate import Candidate
from onrecord.entities.group import Group, is_body_of
from onrecord.entities.lexicon import fold
from onrecord.entities.name_forms import (
    have_other_initials,
    is_acronym,
    is_ending,
    is_misspelt,
    is_of_nation,
    is_same_name,
)
from onrecord.entities.offices import sounds_alike
from onrecord.gender import gender_of, is_given


def same_person(groups: Sequence[Group], candidate: Candidate, text: str) -> Group | None:
    """The person of that full name, or for one word of that surname, else of that first name, before.

    Of several of one surname, the one that the article names most.
    """
    words = fold(candidate.name).split()
    people = [group for group in groups if group.kind == "person" and group.form == "name"]
    full = {id(group): fold(group.name).split() for group in people}
    if len(words) > 1:
        told = [g for g in people if not have_other_initials(words, full[id(g)])]
        alike = [g for g in told if is_same_name(words, full[id(g)]) or sounds_alike(candidate.name, g.name)]
    else:
        alike = [g for g in people if full[id(g)][-1] == words[0]] or [
            g for g in people if words[0] == full[id(g)][0] or is_misspelt(words[0], full[id(g)][-1])
        ]
    fitting = (group for group in alike if is_of_gender(group, candidate, text))
    return max(fitting, key=lambda g: len(g.mentions), default=None)


def is_of_gender(group: Group, candidate: Candidate, text: str) -> bool:
    """Whether nothing tells one for a man and the other for a woman: "Mr." before a name, a given name."""
    told = gender_of(candidate.span.of(text)) if candidate.kind == "person" else None
    if told is None or group.kind != "person":
        return True
    forms = (f"{group.role.title or ''} {group.name}", *(span.of(text) for span in group.mentions))
    return next(filter(None, map(gender_of, forms)), told) == told


def same_word(groups: Sequence[Group], candidate: Candidate, text: str) -> Group | None:
    """Whom one word, taken for a person's name here, means that was taken for a body before: itself, or in full.

    The parser is not of one mind.
    """
    for group in groups:
        words = group.name.split()
        is_begun = len(words) == _FULL_NAME and words[0] == candidate.name and is_given(words[0])
        if group.form == "name" and group.kind == "organization" and (group.name == candidate.name or is_begun):
            is_titled = candidate.role.title is not None or gender_of(candidate.span.of(text)) is not None
            group.kind = "person" if is_begun or is_titled else group.kind
            return group
    return None


_FULL_NAME = 2  # words


def same_body(groups: Sequence[Group], candidate: Candidate, text: str) -> Group | None:
    """An acronym of a name before or after, its first word, with "the" its last, or all but its country."""
    short, article = candidate.name, candidate.span.of(text)[:4].lower()
    bodies = [g for g in groups if g.form == "name" and g.kind in {"organization", "government"}]
    for group in reversed(bodies):
        words = group.name.removeprefix("The ").split()
        if is_body_of(candidate, group) or is_acronym(short, group.name) or is_acronym(group.name, short):
            return group
        if short.isupper() and short.lower() in group.heads:
            return group
        named_by = {words[0]} | ({words[-1]} if article == "the " else set())
        if len(words) > 1 and short in named_by and short[:1].isupper() and len(short) > _SHORTEST_BODY:
            return group
    return _so_called(bodies, candidate, is_of_nation) or _so_called(bodies, candidate, is_ending)


_SHORTEST_BODY = 3  # letters


def _so_called(bodies: Sequence[Group], candidate: Candidate, is_short: Callable[[str, str], bool]) -> Group | None:
    """The one body that the name is short for, of the same country: "the Air Force" is the Peruvian Air Force.

    A party is none that has a longer name.
    """
    told = (body for body in bodies if body.role.sector != "PTY" and is_short(candidate.name, body.name))
    same = [body for body in told if body.role.country in (None, candidate.role.country) or not candidate.role.country]
    return same[0] if len(same) == 1 else None
