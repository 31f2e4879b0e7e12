"""To whom somebody belongs who is told by that alone: "her adviser", "Ruiz aides", "an adviser to Ruiz"."""

from collections.abc import Sequence

from onrecord.entities.candidate import Candidate
from onrecord.entities.group import Group
from onrecord.model.token import Parse

Placed = Sequence[tuple[Candidate, Group]]

# Whoever is somebody's opponent is on another side, and a country's ally another country.
_AGAINST = frozenset({"enemy", "foe", "opponent", "rival"})
_BESIDE = frozenset({"ally", "neighbor", "neighbour", "partner"})
_SERVING = frozenset("adviser advisor aide chief deputy head spokesman spokesperson spokeswoman staffer".split())


def owner_of(parse: Parse, placed: Placed, candidate: Candidate) -> Group | None:
    """The last of ``placed`` whose possessive or name stands before the head in the candidate's own words."""
    lemma = parse.tokens[candidate.head].lemma.lower()
    owners = [group for other, group in placed if _is_owner(parse, other, candidate)]
    if not owners or lemma in _AGAINST or (lemma in _BESIDE and owners[-1].kind == "country"):
        return None
    return owners[-1]


def _is_owner(parse: Parse, owner: Candidate, candidate: Candidate) -> bool:
    token = parse.tokens[owner.head]
    is_name = owner.kind == "person" and owner.form == "name" and candidate.form == "nominal"
    is_before = token.dep == "poss" or (is_name and token.dep in ("compound", "nmod"))
    return is_before and candidate.span.contains(owner.span) and owner.head != candidate.head


def served_by(parse: Parse, placed: Placed, group: Group) -> Group | None:
    """Whom somebody serves by the "to", "for" or "of" behind the job; never a country."""
    if not group.heads & _SERVING:
        return None
    served = {
        below
        for candidate, one in placed
        if one is group
        for child in parse.children(candidate.head, "prep")
        if parse.tokens[child].text.lower() in ("to", "for", "of")
        for below in parse.children(child, "pobj")
    }
    owner = next((one for candidate, one in placed if candidate.head in served), None)
    return owner if owner is not None and owner.kind != "country" else None
