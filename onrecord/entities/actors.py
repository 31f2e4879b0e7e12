"""The stage that finds who speaks or acts: mentions, their merging into actors, and each actor's code."""

from onrecord.entities.candidacy import as_candidate, has_campaign
from onrecord.entities.candidates import candidates
from onrecord.entities.merging import Merging
from onrecord.entities.pronouns import resolve
from onrecord.entities.roster import Roster
from onrecord.entities.rostered import with_roster
from onrecord.model.document import Document
from onrecord.model.mention import Mention


class Actors:
    """Adds ``mentions`` and ``actors``.

    Evidence for a code, in this order: the words of the mention itself and its apposition; the same actor earlier; the
    office held on the day of publication; tables of bodies and metonyms; the country the article is about, for
    offices, forces and people told without a country. Without any, the code stays open. A user's own ``roster`` takes
    the place of the tables.
    """

    name = "actors"
    requires = frozenset({"parse", "places", "times"})
    provides = frozenset({"mentions", "actors"})

    def __init__(self, roster: Roster | None = None) -> None:
        self._roster = roster or Roster()

    def __call__(self, document: Document) -> Document:
        found = candidates(document)
        if self._roster:
            found = with_roster(document, found, self._roster)
        merging = Merging(document)
        for candidate in found:
            merging.add(candidate)
        actors, mentions = merging.result()
        document = document.with_layers(actors=actors, mentions=mentions)
        pronouns = tuple(resolve(document))
        document = document.with_layers(mentions=tuple(sorted((*mentions, *pronouns), key=lambda m: m.span)))
        running = {m.actor for m in pronouns if has_campaign(document.parse, m.head) and _is_alone(document, m)}
        return document.with_layers(actors=tuple(as_candidate(a) if a.id in running else a for a in actors))


def _is_alone(document: Document, pronoun: Mention) -> bool:
    """Whether the sentence of a pronoun speaks of no other person by name, for whom it might stand instead."""
    here = document.parse.sentence_of(pronoun.head)
    there = (document.actor(m.actor) for m in document.mentions if here.contains(m.span) and m.form == "name")
    return all(a is None or a.kind != "person" or a.id == pronoun.actor for a in there)
