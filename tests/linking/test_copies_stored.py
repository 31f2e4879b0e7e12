"""Copies told against a store are those that an index in memory tells, which compares with all."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from onrecord.grouping import Copies, Text, copies
from onrecord.linking import arriving, duplicates
from onrecord.linking.passes import link
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.schema_arrivals import arrivals, copy_keys
from tests.linking.telling import put
from tests.linking.test_arriving import article

_PHRASES = [f"{word} said that the {word}s of" for word in "harbour council dockers union ferry crane pier".split()]


def texts(seed: int, count: int = 60) -> list[str]:
    """Short and long texts, many made of parts of others, with phrases that most have."""
    chance, found = Random(seed), [" ".join(f"w{seed}x{at}" for at in range(90))]
    for number in range(count):
        length = chance.choice((3, 12, 30, 80, 200, 420))
        words = [f"a{number}b{at}" for at in range(length)]
        for _ in range(chance.randint(0, 6)):
            words[chance.randrange(length) : 0] = chance.choice(_PHRASES).split()
        if chance.random() < 0.6:
            whole = chance.choice(found).split()
            start = chance.randrange(len(whole))
            words = whole[start : start + chance.randint(5, 250)] + words[: chance.choice((0, 5, len(words)))]
        found.append(" ".join(words))
    return found


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("common", [3, 60])
def test_what_is_left_out_of_the_comparison_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, common: int
) -> None:
    monkeypatch.setattr(copies, "COMMON", common)
    monkeypatch.setattr(duplicates, "COMMON", common)
    monkeypatch.setattr(arriving, "_AT_ONCE", 9)
    told, seen = texts(seed), Copies()
    firsts = {f"a{at:03}": seen.add(Text("", text).words()) for at, text in enumerate(told)}
    firsts = {name: seen.first(first) for name, first in firsts.items()}
    with open_store(tmp_path / "record.db", create=True) as store:
        put(store, *(article(f"a{at:03}", text) for at, text in enumerate(told)))
        link(store, "2024-06-01")
        assert parted(originals(store)) == parted(firsts)
    assert 10 < len(set(firsts.values())) < len(told)


def test_keys_go_with_their_article(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        put(store, article("a", "Three were hurt."), article("b", "Voters queued until late."))
        link(store, "2024-06-01")
        with transaction(store.engine, write=True) as connection:
            connection.exec_driver_sql("UPDATE inputs SET article = NULL")
            connection.exec_driver_sql("DELETE FROM articles WHERE id = 'a'")
            left = connection.execute(select(func.count()).select_from(copy_keys)).scalar_one()
            numbers = set(connection.execute(select(copy_keys.c.article_number)).scalars())
        assert (left, numbers) == (2, {2})


def originals(store: Store) -> dict[str, str]:
    """Article → the original of its group."""
    with transaction(store.engine) as connection:
        rows = connection.execute(select(arrivals.c.article, arrivals.c.original)).all()
    return {row.article: row.original or row.article for row in rows}


def parted(groups: Mapping[str, object]) -> set[frozenset[str]]:
    """The groups, whatever they are called."""
    return {frozenset(name for name, other in groups.items() if other == group) for group in groups.values()}
