"""The stage that puts statements on the record: content, cue, source, and the terms they were given on."""

import msgspec

from onrecord.attribution.certainty import certainty
from onrecord.attribution.circumstances import addressee, reasons, reasons_apart, reasons_beside, venue, when
from onrecord.attribution.cues import act
from onrecord.attribution.declined import refusals
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.encoded import encoded, joined
from onrecord.attribution.quoting import quoted, speaker_words
from onrecord.attribution.speakers import Meant, Speakers
from onrecord.attribution.terms import terms_of, unnamed
from onrecord.encoder.network import Encoder
from onrecord.model.document import Document
from onrecord.model.record import Statement, StatementKind
from onrecord.model.span import Span
from onrecord.quotations import quotations, share_inside

_DIRECT, _INDIRECT = 0.95, 0.05


class Attribution:
    """Adds ``statements``: speech, and marked ``thought``, beliefs and hopes that are attributed."""

    name = "attribution"
    requires = frozenset({"parse", "mentions", "actors", "times"})
    provides = frozenset({"statements"})

    def __init__(self) -> None:
        self._encoder = Encoder()

    def __call__(self, document: Document) -> Document:
        sheet = Sheet(document, quotations(document.text))
        drafts = quoted(sheet, joined(encoded(sheet, self._encoder), refusals(sheet)))
        found = [_statement(sheet, draft, f"s{number}") for number, draft in enumerate(drafts, 1)]
        resolved = _resolved(sheet, [_nested(statement, found) for statement in found])
        beside, given, apart = reasons_beside(sheet, drafts), reasons(sheet), reasons_apart(sheet, drafts)
        statements = (
            _termed(sheet, draft, statement, beside.get(number), given.get(statement.actor or "") or apart.get(number))
            for number, (draft, statement) in enumerate(zip(drafts, resolved, strict=True))
        )
        return document.with_layers(statements=tuple(statements))


def _statement(sheet: Sheet, draft: Draft, identity: str) -> Statement:
    document = sheet.document
    mention = document.mention_at(draft.source) if draft.source is not None else None
    actor = document.actor(mention.actor) if mention else None
    lemma = sheet.parse.tokens[draft.verb].lemma.lower()
    return Statement(
        id=identity,
        content=draft.content,
        source=speaker_words(sheet, draft),
        cue=(draft.cue,) if draft.cue.start < draft.cue.end else (),
        actor=actor.id if actor else None,
        code=actor.code if actor else None,
        kind=_kind(sheet, draft),
        terms="none",
        addressee=addressee(sheet, draft),
        venue=venue(sheet, draft),
        when=when(sheet, draft),
        certainty=certainty(sheet, draft),
        act="speech" if draft.is_declined or draft.rule.startswith("quote") else act(lemma),  # type: ignore[arg-type]
        rule=draft.rule,
    )


def _termed(sheet: Sheet, draft: Draft, statement: Statement, beside: Span | None, elsewhere: Span | None) -> Statement:
    """With its terms, and the reason why its source is not named: one that is told for a source leaves it unnamed.

    ``beside`` is the reason in its own sentence, ``elsewhere`` one that another sentence tells of the source.
    """
    terms = terms_of(sheet, draft, sheet.document.actor(statement.actor))
    if terms in ("organization", "none"):
        beside = None
    if beside is not None:
        terms = unnamed(sheet, draft)
    reason = beside or (elsewhere if terms in ("anonymous", "unnamed_group") else None)
    return msgspec.structs.replace(statement, terms=terms, reason=(reason,) if reason else ())


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


def _resolved(sheet: Sheet, statements: list[Statement]) -> list[Statement]:
    """With the actors that pronouns mean, those of the statements before known to each."""
    speakers = Speakers(sheet)
    out: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.source or s.cue or s.content)[0]):
        meant = None
        if statement.source:
            held = out.get(statement.within or "")
            meant = speakers.meant(statement.source[0], held, list(out.values()))
        out[statement.id] = statement if meant is None else _meaning(sheet, statement, meant)
    return [out[statement.id] for statement in statements]


def _meaning(sheet: Sheet, statement: Statement, meant: Meant) -> Statement:
    actor = sheet.document.actor(meant.actor)
    return msgspec.structs.replace(
        statement, actor=meant.actor, code=actor.code if actor else None, actor_rule=meant.rule
    )
