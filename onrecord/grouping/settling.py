"""Stories grouped anew: what has to be decided so that the stories of some reports become the groups they form."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.grouping.decisions import RULE, Merged, Split, story_id

_TOGETHER = "taken with the reports around them, its reports are of that story"
_APART = "taken with the reports around them, its reports are of another story"
Parted = Collection[frozenset[str]]


def resettled(
    told: Mapping[str, str], labels: Sequence[int], sizes: Mapping[str, int], parted: Parted
) -> Iterator[Merged | Split]:
    """The decisions that lead from the stories ``told`` (report → story, in the order of arrival) to the groups.

    ``labels`` are the groups, one for each report; ``sizes`` how many reports each story has, those included that are
    not looked at. A group keeps the id of the story that it shares most reports with. Stories that a person has
    ``parted`` are not joined.
    """
    groups: dict[int, list[str]] = {}
    for report, label in zip(told, labels, strict=True):
        groups.setdefault(label, []).append(report)
    kept = _kept(groups, told)
    for label, members in groups.items():
        into = kept.get(label)
        of: dict[str, list[str]] = {}
        for report in members:
            of.setdefault(told[report], []).append(report)
        for story, leaving in of.items():
            if into is None:
                into = story_id("split", story, *sorted(leaving))
            if story == into or frozenset((story, into)) in parted:
                continue
            if len(leaving) == sizes[story]:
                yield Merged(story=story, into=into, author=RULE, reason=_TOGETHER)
            else:
                yield Split(story=story, articles=tuple(sorted(leaving)), new=into, author=RULE, reason=_APART)


def _kept(groups: Mapping[int, Sequence[str]], told: Mapping[str, str]) -> dict[int, str]:
    """Group → the story whose id it keeps, each once; those that share most come first."""
    shared = [
        (-number, at, story, label)
        for at, (label, members) in enumerate(groups.items())
        for story, number in Counter(told[report] for report in members).items()
    ]
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, story, label in sorted(shared):
        if label not in kept and story not in taken:
            kept[label] = story
            taken.add(story)
    return kept
