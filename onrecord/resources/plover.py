"""PLOVER's event types with their modes and classes, as ``plover.tsv`` has them."""

from functools import cache

from onrecord.resources import rows


@cache
def modes() -> frozenset[tuple[str, str]]:
    """Types with their modes; ``-`` for none."""
    return frozenset((kind, mode) for kind, mode, _, _ in rows("plover.tsv"))


@cache
def quads() -> dict[str, int]:
    """Type → class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return {kind: int(quad) for kind, _, quad, _ in rows("plover.tsv")}
