"""``onrecord statements``: ask the store who said what, and on what terms."""

from onrecord.cli.asking import command

statements = command(
    "statements",
    ("first_day", "source", "actor_name", "code", "terms", "reason", "kind", "content", "confidence"),
    """List or count statements of a store, by any of the options.

    Time is when it was said and, where the text does not tell, when it was published.

    Example: onrecord statements record.db --terms anonymous --since 2024-01
    """,
)
