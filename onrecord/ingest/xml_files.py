"""XML, element by element: feeds, sitemaps, NewsML-G2, NITF. Nothing is fetched for it and no entity is expanded.

lxml's pull parser and not a library for feeds: those hold the whole feed and every entry of it in memory, and a
stranger's XML must be refused its entities before it is read, not after.
"""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from onrecord.errors import DamagedError, EmptyError, UnknownKindError, UnsafeError
from onrecord.ingest import newsml, sitemaps, syndication
from onrecord.ingest.bounds import Gauge
from onrecord.ingest.item import Found, Item, Scope, rejected

Reader = Callable[["Elements", Item, Scope], Iterator[Found]]

_CUT = (
    "Premature end of data",
    "tag not finished",
    "Extra content at the end",
    "Excessive depth",
    "Start tag expected",
)


class Elements:
    """The elements of one name in a document, one after another, each forgotten when the next is asked for.

    Raises:
        DamagedError: it is no XML.
        UnsafeError: it declares entities.
        TooLargeError: one element is longer than ``most`` bytes.
    """

    def __init__(self, item: Item, most: int) -> None:
        self._gauge = Gauge(item.stream, most)
        self._parser = etree.iterparse(
            self._gauge, events=("start", "end"), recover=True, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            _, self.root = next(self._parser)
        except (StopIteration, etree.XMLSyntaxError) as error:
            raise DamagedError(f"no XML: {error}") from error
        declared = self.root.getroottree().docinfo.internalDTD
        if declared is not None and next(declared.iterentities(), None) is not None:
            raise UnsafeError("declares entities, which can unpack without end; it is not read")

    def ended(self) -> Iterator[Any]:
        """Every element when it is complete; call :meth:`forget` with those that were used."""
        try:
            for event, element in self._parser:
                if event == "end":
                    yield element
        except etree.XMLSyntaxError as error:
            raise DamagedError(f"{error}; what stood before it was read") from error
        if cut := next((entry for entry in self._parser.error_log if entry.message.startswith(_CUT)), None):
            raise DamagedError(f"line {cut.line}: {cut.message}; what stood before it was read")

    def forget(self, element: Any) -> None:
        """Lets go of an element, so that a long document needs no more memory than a short one."""
        self._gauge.reset()
        element.clear(keep_tail=False)
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


_ROOTS: dict[str, Reader] = {
    "rss": syndication.read,
    "rdf": syndication.read,
    "feed": syndication.read,
    "urlset": sitemaps.read,
    "sitemapindex": sitemaps.read,
    "newsmessage": newsml.read,
    "newsitem": newsml.read,
    "packageitem": newsml.read,
    "nitf": newsml.read,
}


def read(item: Item, scope: Scope) -> Iterator[Found]:
    """The articles of an XML document of a known kind.

    Raises:
        UnknownKindError: its root is of no kind that is read.
    """
    elements = Elements(item, scope.settings.max_bytes)
    name = str(etree.QName(elements.root).localname)
    if name.lower() not in _ROOTS:
        known = "RSS, Atom, sitemaps, NewsML-G2 and NITF"
        raise UnknownKindError(f"XML whose root is <{name[:60]}>; read are {known}")
    is_empty = True
    for found in _ROOTS[name.lower()](elements, item, scope):
        is_empty = False
        yield found
    if is_empty:
        yield rejected(item.location, EmptyError(f"a <{name}> without articles"))
