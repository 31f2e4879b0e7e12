"""The contract between the parts: a stage takes a document and returns it with one more layer."""

from typing import Protocol

from onrecord.model.document import Document


class Stage(Protocol):
    """One step of reading. Pure: the same document in, the same document out, nothing else touched.

    ``requires`` and ``provides`` name layers of :class:`Document`; the pipeline checks them when it is built.
    """

    @property
    def name(self) -> str:
        """Short, stable; the key in timings and failures."""
        ...

    @property
    def requires(self) -> frozenset[str]:
        """Layers that must be there."""
        ...

    @property
    def provides(self) -> frozenset[str]:
        """Layers that this stage adds or replaces."""
        ...

    def __call__(self, document: Document) -> Document:
        """The document with the layers of ``provides`` added."""
        ...
