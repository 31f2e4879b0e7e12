"""The stage that puts statements on the record: content, cue, source, and the terms they were given on."""

import msgspec

from onrecord.attribution.circumstances import addressee, certainty, reason_beside, reasons, venue, when
from onrecord.attribution.clauses import clauses
from onrecord.attribution.cues import act
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.quotations import quotations, share_inside
from onrecord.attribution.quoting import quoted, speaker_words
from onrecord.attribution.terms import terms_of
from onrecord.model.document import Document
from onrecord.model.record import Statement, StatementKind
from onrecord.model.span import Span

_DIRECT, _INDIRECT = 0.95, 0.05


class Attribution:
    """Adds ``statements``: speech, and marked ``thought``, beliefs and hopes that are attributed."""

    name = "attribution"
    requires = frozenset({"parse", "mentions", "actors", "times"})
    provides = frozenset({"statements"})

    def __call__(self, document: Document) -> Document:
        sheet = Sheet(document, quotations(document.text))
        drafts = quoted(sheet, clauses(sheet))
        given = reasons(sheet)
        statements = [_statement(sheet, draft, f"s{number}", given) for number, draft in enumerate(drafts, 1)]
        return document.with_layers(statements=tuple(_nested(statement, statements) for statement in statements))


def _statement(sheet: Sheet, draft: Draft, identity: str, given: dict[str, Span]) -> Statement:
    document = sheet.document
    mention = document.mention_at(draft.source) if draft.source is not None else None
    actor = document.actor(mention.actor) if mention else None
    lemma = sheet.parse.tokens[draft.verb].lemma.lower()
    terms = terms_of(sheet, draft, mention, actor)
    reason = None
    if terms in ("anonymous", "unnamed_group"):
        reason = reason_beside(sheet, draft) or (given.get(actor.id) if actor else None)
    return Statement(
        id=identity,
        content=draft.content,
        source=speaker_words(sheet, draft),
        cue=(draft.cue,) if draft.cue.start < draft.cue.end else (),
        actor=actor.id if actor else None,
        code=actor.code if actor else None,
        kind=_kind(sheet, draft),
        terms=terms,
        reason=(reason,) if reason else (),
        addressee=addressee(sheet, draft),
        venue=venue(sheet, draft),
        when=when(sheet, draft),
        certainty=certainty(sheet, draft),
        act="speech" if draft.is_declined or draft.rule.startswith("quote") else act(lemma),  # type: ignore[arg-type]
        rule=draft.rule,
    )


def _kind(sheet: Sheet, draft: Draft) -> StatementKind:
    if draft.is_declined:
        return "declined"
    inside = share_inside(sheet.quotations, draft.content, sheet.text)
    return "direct" if inside >= _DIRECT else "indirect" if inside <= _INDIRECT else "mixed"


def _nested(statement: Statement, others: list[Statement]) -> Statement:
    """With the id of the innermost statement whose content holds this one, cue and all."""
    if not statement.cue:
        return statement
    holding = [
        other
        for other in others
        if other.id != statement.id and any(part.contains(statement.cue[0]) for part in other.content)
    ]
    inner = min(holding, key=lambda other: sum(part.end - part.start for part in other.content), default=None)
    return msgspec.structs.replace(statement, within=inner.id) if inner else statement
