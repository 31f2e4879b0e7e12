"""The reader of each kind, and the one boundary behind which an input may break its reader."""

from collections.abc import Callable, Iterator

import msgspec

from onrecord.errors import DamagedError, InputError, UnknownKindError
from onrecord.ingest import archives, documents, json_files, kinds, tables, warc, xml_files
from onrecord.ingest.bounds import peekable, unpacked
from onrecord.ingest.item import Found, Item, Scope, rejected

_READERS: dict[str, Callable[[Item, Scope], Iterator[Found]]] = {
    "html": documents.read_html,
    "text": documents.read_text,
    "markdown": documents.read_markdown,
    "mhtml": documents.read_mhtml,
    "pdf": documents.read_pdf,
    "lines": json_files.read_lines,
    "json": json_files.read,
    "table": tables.read,
    "parquet": tables.read_parquet,
    "xml": xml_files.read,
    "warc": warc.read,
    "zip": archives.read_zip,
    "wacz": archives.read_wacz,
    "tar": archives.read_tar,
}
# A name or a server that says only this is not believed over the first bytes.
_UNSURE = frozenset({"text", "xml", "json", "html"})
_CONTAINERS = frozenset({"zip", "gzip", "pdf", "warc", "mhtml"})


def read(item: Item, scope: Scope) -> Iterator[Found]:
    """The pages of an item, or why it has none; never raises, whatever the item holds."""
    try:
        yield from _read(item, scope)
    except InputError as error:
        yield rejected(item.location, error)
    except Exception as error:  # noqa: BLE001  # the per-input boundary: the batch goes on
        yield rejected(item.location, DamagedError(f"{type(error).__name__}: {str(error)[:300]}; get the file again"))


def _read(item: Item, scope: Scope) -> Iterator[Found]:
    kind, item = _told(item)
    if kind in kinds.PACKINGS:
        within = unpacked(item.stream, kind, scope.budget)
        inner = msgspec.structs.replace(item, name=kinds.inside(item.name), stream=within, media_type=None)
        yield from scope.read(inner, scope.deeper())
    else:
        yield from _READERS[kind](item, scope)


def _told(item: Item) -> tuple[str, Item]:
    """The kind of an item, and the item with its first bytes still to be read.

    Raises:
        UnknownKindError: neither its name nor its beginning tells a kind that is read.
    """
    said = kinds.declared(item.media_type) or kinds.named(item.name)
    stream = peekable(item.stream)
    head = stream.peek(kinds.HEAD)[: kinds.HEAD]
    item = msgspec.structs.replace(item, stream=stream)
    begun = kinds.begun(head)
    if said is None:
        if begun is None:
            raise UnknownKindError(f"{_named(item.name)}; {kinds.KNOWN}")
        return begun, item
    if begun and said in _UNSURE and _is_sure(said, begun, item.name):
        return begun, item
    return said, item


def _is_sure(said: str, begun: str, name: str) -> bool:
    """Whether the first bytes are believed: a page that is a feed, a text that is an archive."""
    if begun in _CONTAINERS:
        return True
    if said == "html":
        return begun == "xml" and kinds.named(name) != "html"
    if said == "xml":
        return begun == "html"
    return said == "json" and begun == "xml"


def _named(name: str) -> str:
    kind = name.rpartition(".")[1:]
    return f"a {''.join(kind)[:40]} file" if kind[0] and kind[1] else "a file whose name and beginning tell no kind"
