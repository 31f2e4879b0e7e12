"""Whom a source means that is a pronoun: the speaker before, the subject before, the only one who fits, or nobody."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import msgspec

from onrecord.attribution.drafts import Sheet
from onrecord.gender import TITLES, is_one_body, may_be
from onrecord.model.mention import Mention
from onrecord.model.record import Statement
from onrecord.model.span import Span

_SINGULAR = frozenset({"he", "she"})
_FIRST = frozenset({"i", "we"})
_REACH = 1500  # code points back within which a pronoun's antecedent stands
_LEAST_INTERVIEW = 4  # first persons outside of quotation marks that make an interview or a first-person piece
_LONGEST_QUESTION = 300  # code points of a paragraph in which an interviewer asks
_CREDIT = re.compile(r"\b(?:image|photo|picture|photograph)(?: by)?:?\s*$", re.IGNORECASE)
_LONGEST_CREDIT = 20
_VERBS = frozenset({"VERB", "AUX"})
_ROLES = frozenset({"nsubj", "nsubjpass"})


class Meant(msgspec.Struct, frozen=True):
    """The actor that a pronoun means, or null; and the rule, which for null says why."""

    actor: str | None
    rule: str


class Speakers:
    """Resolves pronouns that are sources, in the order of the statements of one document."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._actors = {actor.id: actor for actor in sheet.document.actors}
        self._mentions = sorted(
            (m for m in sheet.document.mentions if m.actor and m.form != "pronoun" and not sheet.is_spoken(m.head)),
            key=lambda mention: mention.span,
        )
        self._starts = [mention.span.start for mention in self._mentions]

    def meant(self, pronoun: Span, held: Statement | None, before: Sequence[Statement]) -> Meant | None:
        """Whom ``pronoun`` means; null where it is no pronoun of this kind.

        Args:
            pronoun: the source.
            held: the statement in whose content it stands, if any.
            before: the statements before it, in text order, resolved.
        """
        word = pronoun.of(self._sheet.text).lower()
        if word in _FIRST:
            return self._first_person(word, pronoun, held)
        if word in _SINGULAR or word in ("they", "it"):
            return self._third_person(word, pronoun, before)
        return None

    def _first_person(self, word: str, pronoun: Span, held: Statement | None) -> Meant:
        if word == "we":
            return Meant(None, "we: more than the speaker")
        if held is not None and held.actor and self._is_quoted(pronoun):
            return Meant(held.actor, "first-person")
        if self._is_quoted(pronoun):
            return Meant(None, "quotation without a speaker")
        paragraph = self._sheet.document.paragraph_at(pronoun.start).of(self._sheet.text).rstrip()
        if paragraph.endswith("?") and len(paragraph) < _LONGEST_QUESTION:
            return Meant(None, "whoever asks")
        author = self._interviewed
        return Meant(author, "interviewed") if author else Meant(None, "nobody is interviewed")

    def _is_quoted(self, span: Span) -> bool:
        return any(quotation.outer.contains(span) for quotation in self._sheet.quotations)

    @cached_property
    def _interviewed(self) -> str | None:
        """Who speaks in the first person of an interview: the person named most before the first "I"."""
        firsts = [
            token.start
            for token in self._sheet.parse.tokens
            if token.text == "I" and not self._is_quoted(Span(token.start, token.end))
        ]
        if len(firsts) < _LEAST_INTERVIEW:
            return None
        named = Counter(
            m.actor for m in self._mentions
            if m.span.start < firsts[0] and self._is_named(m.actor) and not self._is_credited(m.span)
        )  # fmt: skip
        titled = [actor for actor in named if self._is_in_headline(actor)]
        if len(titled) == 1:
            return titled[0]
        most = named.most_common(2)
        is_clear = len(most) == 1 or (len(most) > 1 and most[0][1] > most[1][1])
        return most[0][0] if is_clear and not titled else None

    def _is_credited(self, span: Span) -> bool:
        """Whether a picture is by whoever is named: "Image: Ana Lund"."""
        return bool(_CREDIT.search(self._sheet.text[: span.start][-_LONGEST_CREDIT:]))

    def _is_named(self, identity: str | None) -> bool:
        """Whether the actor is a person with a given name and a surname."""
        actor = self._actors.get(identity or "")
        return (
            actor is not None
            and actor.kind == "person"
            and len(actor.name.split()) > 1
            and actor.name.split()[0].lower().strip(".") not in TITLES["man"] | TITLES["woman"]
            and all(word[0].isupper() for word in actor.name.split())
        )

    def _is_in_headline(self, identity: str | None) -> bool:
        headline = self._sheet.document.title or self._sheet.text.partition("\n")[0]
        return self._actors[identity or ""].name.rsplit(None, 1)[-1] in headline

    def _third_person(self, word: str, pronoun: Span, before: Sequence[Statement]) -> Meant:
        at = bisect_right(self._starts, pronoun.start)
        sentence = self._sheet.parse.sentence_of(self._sheet.parse.tokens_in(pronoun).start)
        others = {m.actor for m in self._mentions if sentence.contains(m.span) and self._is_beside(m, pronoun)}
        near = [
            m for m in self._mentions[:at]
            if pronoun.start - m.span.start < _REACH and self._fits(m.actor, word) and m.actor not in others
        ]  # fmt: skip
        near = [m for m in near if not self._is_described(m.actor)] or near
        spoke = next(
            (
                s for s in reversed(before)
                if s.actor and s.source and 0 < pronoun.start - _end(s) < _REACH
                and s.actor not in others and self._fits(s.actor, word)
            ),
            None,
        )  # fmt: skip
        candidates = {m.actor for m in near} | ({spoke.actor} if spoke else set())
        if not candidates:
            return Meant(None, "nobody before it fits")
        if len(candidates) == 1 and word in _SINGULAR:
            return Meant(next(iter(candidates)), "only-one-fits")
        since = [m for m in near if spoke and m.span.start > _end(spoke) and m.actor != spoke.actor]
        if spoke and not since:
            return Meant(spoke.actor, "speaker-before")
        return self._subject_before(pronoun, near, spoke)

    def _is_beside(self, mention: Mention, pronoun: Span) -> bool:
        """Whether both hang on one verb: then they are two ("through a spokesman, he declined")."""
        parse = self._sheet.parse
        verb = parse.tokens[parse.tokens_in(pronoun).start].head
        above = parse.ancestors(mention.head)
        if parse.tokens[verb].pos not in _VERBS or verb not in above:
            return False
        return not any(parse.tokens[i].pos in _VERBS for i in above[: above.index(verb)])

    def _is_described(self, identity: str | None) -> bool:
        return not self._actors[identity or ""].name[:1].isupper()

    def _subject_before(self, pronoun: Span, near: Sequence[Mention], spoke: Statement | None) -> Meant:
        """The subject of the sentence of the pronoun, or of the one before, if it is the only one who fits there."""
        parse = self._sheet.parse
        here = parse.sentence_index(parse.tokens_in(pronoun).start)
        for back in (0, 1, 2):
            inside = [m for m in near if parse.sentence_index(m.head) == here - back]
            subjects = [m for m in inside if parse.tokens[m.head].dep in _ROLES]
            told = {m.actor for m in subjects} or {m.actor for m in inside}
            if len(told) == 1:
                return Meant(next(iter(told)), "subject-before")
            if spoke and spoke.actor in told:
                return Meant(spoke.actor, "speaker-before")
            if told:
                return Meant(None, "several before it fit")
        return Meant(None, "nobody near fits")

    def _fits(self, identity: str | None, word: str) -> bool:
        actor = self._actors.get(identity or "")
        if actor is None:
            return False
        if word == "they":
            return actor.kind == "group" and actor.name.split()[-1].islower()
        if word == "it":
            return actor.kind == "document" or is_one_body(actor)
        return may_be(actor, word)


def _end(statement: Statement) -> int:
    return max(span.end for span in (*statement.source, *statement.cue))
