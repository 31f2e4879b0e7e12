"""``onrecord who``, ``places``, ``times`` and ``articles``: ask the store who and what its articles name."""

from onrecord.cli.asking import command

who = command(
    "actors",
    ("name", "code", "role", "kind", "wikidata", "article", "outlet", "published", "confidence"),
    """List or count the actors of a store, one for each article they are in.

    Example: onrecord who record.db --country RUS --by name --limit 20
    """,
)

places = command(
    "places",
    ("name", "country", "lat", "lon", "precision", "use", "article", "outlet", "published", "confidence"),
    """List or count the places that the articles of a store name.

    Example: onrecord places record.db --near 50.45,30.52,100 --use location
    """,
)

times = command(
    "times",
    ("value", "type", "mod", "anchor", "article", "published", "confidence"),
    """List or count the expressions of time in the articles of a store.

    Example: onrecord times record.db --value 2024-05
    """,
)

articles = command(
    "articles",
    ("article", "published", "title", "outlet", "original_outlet", "language", "url"),
    """List or count the articles of a store, by their words, outlet or time.

    Example: onrecord articles record.db --words '"peace talks" -football' --over month
    """,
)
