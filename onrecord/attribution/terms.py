"""On what terms a source speaks: by name, as somebody unnamed, as a body, a document, or not at all."""

from functools import cache

from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import antecedent
from onrecord.model.record import Actor, Spans, Terms
from onrecord.model.token import Token
from onrecord.resources import rows

_GROUP_WORDS = frozenset(
    "they we some many others several both few most those all people number dozens scores hundreds thousands majority "
    "group half none".split()
)
_ONE_WORDS = frozenset({"one", "another", "someone", "somebody", "anyone", "nobody"})
# A name in another place among the words of a source is not its own: "several delegates supporting Lund".
_OWN = frozenset({"appos", "compound", "nsubj", "nsubjpass", "conj", "dep", "ROOT"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_BODIES = frozenset({"organization", "government", "country"})
# Persons whom a definite description does not make known ("the official"), as against "the senator".
_NEVER_KNOWN = frozenset(
    "official source person man woman employee adviser advisor aide spokesman spokeswoman spokesperson operative "
    "insider attendee participant staffer staff diplomat activist resident witness strategist donor victim member "
    "officer representative lawyer attorney friend ally supporter executive manager consultant expert analyst voter "
    "one".split()
)


def terms_of(sheet: Sheet, draft: Draft, actor: Actor | None) -> Terms:
    """The terms, from the words of the source first, then from whom it means."""
    if draft.source is None:
        return "none"
    head = antecedent(sheet.parse, draft.source)
    token = sheet.parse.tokens[head]
    if token.pos == "PRON":
        return _of_pronoun(token, actor)
    if token.pos == "PROPN":
        return _of_name(sheet, head, actor)
    return _of_noun(sheet, head, draft, actor)


def unnamed(sheet: Sheet, draft: Draft) -> Terms:
    """The terms of a source of whom it is said why it is not named: one person, or several."""
    if draft.source is None:
        return "anonymous"
    token = sheet.parse.tokens[antecedent(sheet.parse, draft.source)]
    return "unnamed_group" if token.tag in ("NNS", "NNPS") or token.text.lower() in _GROUP_WORDS else "anonymous"


def _of_pronoun(token: Token, actor: Actor | None) -> Terms:
    word = token.text.lower()
    if actor is not None and actor.kind == "document":
        return "document"
    if word == "it" or (actor is not None and actor.kind in _BODIES):
        return "organization"
    if word in _GROUP_WORDS or (actor is not None and actor.kind == "group"):
        return "unnamed_group"
    if word in _ONE_WORDS or (actor is not None and _is_described(actor)):
        return "anonymous"
    return "named"


def _of_name(sheet: Sheet, head: int, actor: Actor | None) -> Terms:
    parse = sheet.parse
    token = parse.tokens[head]
    determiners = {parse.tokens[c].text.lower() for c in parse.children(head, "det", "nummod")}
    is_person = any(n.label == "PERSON" and n.first <= head < n.last for n in parse.names)
    if determiners & _INDEFINITE and not is_person:
        return "anonymous"
    if token.tag == "NNPS" and (actor is None or actor.kind == "group"):
        return "unnamed_group"
    if actor is not None and actor.kind != "person":
        return "document" if actor.kind == "document" else "organization"
    return "named" if is_person or actor is not None else "organization"


def _of_noun(sheet: Sheet, head: int, draft: Draft, actor: Actor | None) -> Terms:
    parse = sheet.parse
    token = parse.tokens[head]
    word, lemma = token.text.lower(), token.lemma.lower()
    kind = _kinds().get(lemma) or _kinds().get(word)
    is_body = kind in ("organization", "government", "group")
    if not is_body and _has_name(sheet, head, draft.words):
        return "named"
    if word in _ONE_WORDS or lemma == "one":
        return "anonymous"
    if word in _GROUP_WORDS:
        return "unnamed_group"
    if kind == "document":
        return "document"
    is_plural = token.tag in ("NNS", "NNPS")
    if is_body:
        return "unnamed_group" if is_plural and not _is_named_body(sheet, head) else "organization"
    if is_plural:
        return "unnamed_group"
    if kind == "person" or _is_person(lemma, actor):
        return "named" if _is_known(sheet, head, actor) else "anonymous"
    if actor is None and draft.is_declined:  # no document declines
        return "named" if _is_known(sheet, head, actor) else "anonymous"
    return _of_kind(actor)


def _of_kind(actor: Actor | None) -> Terms:
    if actor is None or actor.kind == "document":
        return "document"
    return "organization" if actor.kind in _BODIES or actor.kind == "group" else "anonymous"


def _is_person(lemma: str, actor: Actor | None) -> bool:
    is_doer = lemma in _NEVER_KNOWN or lemma.endswith(("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ee"))
    return is_doer or (actor is not None and actor.kind == "person")


def _is_named_body(sheet: Sheet, head: int) -> bool:
    """ "The Sanders and Clinton campaigns": a body each, by name."""
    parse = sheet.parse
    return any(parse.tokens[c].pos == "PROPN" for c in parse.children(head, "compound", "nmod", "amod"))


def _has_name(sheet: Sheet, head: int, words: Spans) -> bool:
    """Whether a name stands beside the description ("the chairman, Ann Reed"), or in the words of the source."""
    parse = sheet.parse
    beside = {*parse.children(head, "appos", "compound")}
    beside |= {i for span in words for i in parse.tokens_in(span) if parse.tokens[i].dep in _OWN}
    return any(n.label == "PERSON" and n.last - 1 in beside for n in parse.names)


def _is_known(sheet: Sheet, head: int, actor: Actor | None) -> bool:
    """Whether a description means somebody whom the article names: "the senator", but not "the official"."""
    if actor is not None and not _is_described(actor):
        return True
    parse = sheet.parse
    lemma = parse.tokens[head].lemma.lower()
    is_definite = any(parse.tokens[c].text.lower() in ("the", "this") for c in parse.children(head, "det"))
    if not is_definite or lemma in _NEVER_KNOWN:
        return False
    return not any(_is_introduced(sheet, index, lemma) for index in range(head))


def _is_introduced(sheet: Sheet, index: int, lemma: str) -> bool:
    parse = sheet.parse
    if parse.tokens[index].lemma.lower() != lemma:
        return False
    return any(parse.tokens[c].text.lower() in _INDEFINITE for c in parse.children(index, "det", "nummod"))


def _is_described(actor: Actor) -> bool:
    """Whether the actor has only descriptions for a name ("a U.S. official")."""
    if actor.rule == "nominal":
        return True
    first, *rest = actor.name.split()
    last = (rest or [first])[-1]
    return first.lower() in {"a", "an", "the", "one", "another", "his", "her", "their"} or last[:1].islower()


@cache
def _kinds() -> dict[str, str]:
    """The last word of each title or body → what kind of actor it is; persons win where a word is both."""
    out: dict[str, str] = {}
    for _, kind, words in rows("titles.tsv"):
        for title in words.split("|"):
            if " " not in title:
                out.setdefault(title, kind)
    return out
