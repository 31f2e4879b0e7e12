"""To be written."""

from onrecord.model.document import Document


class Times:
    """The stage that adds ``times``."""

    name = "times"
    requires = frozenset({"parse"})
    provides = frozenset({"times"})

    def __call__(self, document: Document) -> Document:
        return document.with_layers(times=())
