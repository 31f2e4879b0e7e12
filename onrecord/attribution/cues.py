"""Which words attribute, and how sure that is for each way they are used."""

from functools import cache

from onrecord.model.token import Parse
from onrecord.resources import rows

_VERBAL = frozenset({"VERB", "AUX"})


@cache
def classes() -> dict[str, frozenset[str]]:
    """Class → lemmas, from ``cues.tsv``."""
    return {name: frozenset(lemmas.split("|")) for name, lemmas in rows("cues.tsv")}


@cache
def weights() -> dict[tuple[str, str], float]:
    """Lemma and frame → how often it was a cue where it was seen, from ``cue_weights.tsv``."""
    return {(lemma, frame): float(share) for lemma, frame, share, _ in rows("cue_weights.tsv")}


def is_in(lemma: str, *names: str) -> bool:
    """Whether a lemma is in one of the classes ``names``."""
    return any(lemma in classes()[name] for name in names)


def frames(parse: Parse, index: int) -> tuple[str, ...]:
    """How the verb at ``index`` is used: ``clause``, ``infinitive``, ``predicate``, ``object`` or ``prep-…``.

    ``passive-`` stands before it where the verb is in the passive voice; no frame for what is no verb.
    """
    token = parse.tokens[index]
    if token.pos not in _VERBAL:
        return ()
    below = {parse.tokens[child].dep: child for child in parse.children(index)}
    voice = "passive-" if "nsubjpass" in below or "auxpass" in below else ""
    if "ccomp" in below:
        return (f"{voice}clause",)
    if "xcomp" in below:
        return (f"{voice}infinitive",)
    if "oprd" in below:
        return (f"{voice}predicate",)
    if "dobj" in below:
        return (f"{voice}object",)
    prepositions = [parse.tokens[child].lemma.lower() for child in parse.children(index, "prep")]
    return tuple(f"{voice}prep-{word}" for word in prepositions[:1])


def share(parse: Parse, index: int) -> float:
    """How often the verb at ``index``, used as it is here, is a cue; 0 where it was never seen as one."""
    lemma = parse.tokens[index].lemma.lower()
    return max((weights().get((lemma, frame), 0.0) for frame in frames(parse, index)), default=0.0)


def act(lemma: str) -> str:
    """``thought`` for verbs of believing and wanting, else ``speech``."""
    return "thought" if is_in(lemma, "thought") and not is_in(lemma, "speech") else "speech"
