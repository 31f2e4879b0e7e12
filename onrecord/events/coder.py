"""To be written."""

from onrecord.model.document import Document


class Events:
    """The stage that adds ``events``."""

    name = "events"
    requires = frozenset({"parse", "mentions", "actors", "places", "times", "statements"})
    provides = frozenset({"events"})

    def __call__(self, document: Document) -> Document:
        return document
