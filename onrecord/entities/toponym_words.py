"""Words beside toponyms, and names of places that are also words, names of people or adjectives."""

from functools import cache

from onrecord.entities.lexicon import fold
from onrecord.resources import rows


@cache
def adjectives() -> dict[str, str]:
    """Folded word for the people or things of a region, continent or city → folded name of the place."""
    return {fold(form): fold(place) for place, forms in rows("adjectives.tsv") for form in forms.split("|")}


@cache
def common() -> dict[str, str]:
    """Folded name of a place that is also a word or a name of people → "word" or "person"."""
    return {word: kind for kind, listed in rows("common_toponyms.tsv") for word in listed.split()}


def is_given_name(surface: str) -> bool:
    """Whether people are called by that folded name."""
    return surface in common()


DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest central north-east north-west south-east south-west "
    "mid upper lower inner outer greater metro downtown rural suburban".split()
)
TRAILING = frozenset({"'s", "’s", "'", "’", ",", "."})
JOINING = frozenset(
    {"-", "of", "the", "and", "de", "la", "du", "del", "upon", "on", "in", "le", "sur", "al", "el", "'s"}
)
DASHES = frozenset({"-", "--", "–", "—", "(", "_", ":"})
PREPOSITIONS = frozenset(
    "in at near from outside around to toward towards into through across between beyond via leaving throughout inside "
    "downtown nearby north south east west".split()
)
MOVING = frozenset("to toward towards from through between into beyond leaving via".split())  # of people as well
OF = frozenset(
    "city town village university residents people area county mayor governor state province port district suburb "
    "outskirts north south east west northeast northwest southeast southwest college bishop archbishop streets heart "
    "part parts capital citizens borough township diocese republic region center centre neighborhood neighbourhood "
    "miles kilometers kilometres mile side outside bank hospital island islands".split()
)
FOLLOWING = frozenset(
    "police fire city county township town area resident residents man woman men women mayor high middle elementary "
    "school schools university college hospital council court airport sheriff couple native teen teenager boy girl "
    "community voters public district metro suburb parish region province borough village firefighters officials "
    "regional municipal medical".split()
)
# What shows that a tag of a person is none.
NO_PERSON = FOLLOWING | frozenset(
    "department station central parks park superintendent state committee club association hospital estates hills "
    "street road avenue heights lake river valley springs beach".split()
)
# What towns of North America and Australasia have, and others seldom.
INSTITUTIONS = frozenset(
    f"{kind} {what}"
    for kind, what in (
        ("high", "school"), ("middle", "school"), ("elementary", "school"), ("junior", "high"), ("fire", "department"),
        ("police", "department"), ("city", "council"), ("city", "hall"), ("public", "library"), ("public", "schools"),
        ("school", "district"), ("school", "board"), ("volunteer", "fire"), ("community", "college"),
    )
)  # fmt: skip
PARTIES = frozenset({"R", "D", "DFL", "I"})
OTHER = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY"})
FEATURES = frozenset(
    "street st road rd avenue ave drive dr lane ln boulevard blvd highway hwy way river lake creek bay mountain "
    "mountains sea ocean delta fort mount camp port valley beach coast island islands park".split()
)
LISTING = frozenset({",", "and", "or", "&", ";", "nor"})
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady sen rep gov gen col lt sgt capt maj officer sheriff judge justice president "
    "senator coach chief deputy detective mayor rev pastor prince princess king queen minister secretary".split()
)
UNITS = {"counties": "county", "parishes": "parish"}
GENERIC = frozenset(
    "city town township village borough county district municipality metro area region province".split()
)
WRITTEN_OUT = {
    "st": "saint",
    "st.": "saint",
    "saint": "st.",
    "mt.": "mount",
    "mt": "mount",
    "ft.": "fort",
    "ft": "fort",
}
LANGUAGES = frozenset(
    "English French Spanish German Italian Portuguese Russian Chinese Japanese Korean Dutch Polish Turkish Welsh Greek "
    "Arabic Swedish Norwegian Danish Finnish Hungarian Czech Thai Vietnamese Persian Ukrainian Romanian Irish".split()
)
LANGUAGE = frozenset({"language", "languages", "translation", "lessons", "teacher", "literature", "grammar"})
