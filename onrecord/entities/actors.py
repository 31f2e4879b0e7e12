"""To be written."""

from onrecord.model.document import Document


class Actors:
    """The stage that adds ``mentions`` and ``actors``."""

    name = "actors"
    requires = frozenset({"parse", "places", "times"})
    provides = frozenset({"mentions", "actors"})

    def __call__(self, document: Document) -> Document:
        return document
