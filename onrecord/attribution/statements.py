"""To be written."""

from onrecord.model.document import Document


class Attribution:
    """The stage that adds ``statements``."""

    name = "attribution"
    requires = frozenset({"parse", "mentions", "actors", "times"})
    provides = frozenset({"statements"})

    def __call__(self, document: Document) -> Document:
        return document
