"""The stage that finds who speaks or acts: mentions, their merging into actors, and each actor's code."""

from onrecord.entities.candidates import candidates
from onrecord.entities.merging import Merging
from onrecord.entities.pronouns import resolve
from onrecord.entities.roster import Roster
from onrecord.entities.rostered import with_roster
from onrecord.model.document import Document


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
        return document.with_layers(mentions=tuple(sorted((*mentions, *resolve(document)), key=lambda m: m.span)))
