"""To be written."""

from onrecord.model.document import Document


class Places:
    """The stage that adds ``places``."""

    name = "places"
    requires = frozenset({"parse"})
    provides = frozenset({"places"})

    def __call__(self, document: Document) -> Document:
        return document.with_layers(places=())
