"""Of which kind something is: by its name, by what a server says, by how it begins."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from onrecord.errors import UnknownKindError

_SUFFIXES = {
    "html": "html htm xhtml shtml php asp aspx jsp",
    "text": "txt text",
    "markdown": "md markdown",
    "lines": "jsonl ndjson",
    "json": "json",
    "table": "csv tsv",
    "parquet": "parquet",
    "xml": "xml rss atom rdf",
    "mhtml": "mhtml mht",
    "pdf": "pdf",
    "zip": "zip",
    "tar": "tar",
    "warc": "warc",
    "wacz": "wacz",
    "gzip": "gz tgz",
    "bzip2": "bz2 tbz2",
    "xz": "xz txz",
}
_BY_SUFFIX = {f".{suffix}": kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_TARS = frozenset({".tgz", ".tbz2", ".txz"})
SUFFIXES = tuple(sorted(_BY_SUFFIX))
PACKINGS = frozenset({"gzip", "bzip2", "xz"})
KNOWN = "read are pages, texts, feeds, tables and archives: see docs/how-to/sources.md"

_BY_TYPE = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "application/rss+xml": "xml", "application/atom+xml": "xml", "application/rdf+xml": "xml",
    "application/xml": "xml", "text/xml": "xml", "application/json": "json", "application/feed+json": "json",
    "application/x-ndjson": "lines", "application/jsonl": "lines", "text/csv": "table",
    "text/tab-separated-values": "table", "application/pdf": "pdf", "application/zip": "zip",
    "application/x-tar": "tar", "application/gzip": "gzip", "application/x-gzip": "gzip", "application/warc": "warc",
    "application/wacz": "wacz", "multipart/related": "mhtml", "message/rfc822": "mhtml",
    "application/vnd.apache.parquet": "parquet",
}  # fmt: skip
_VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"})

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,20}?content-type:\s*multipart/related", re.IGNORECASE
)
_STARTS = (
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "zip"),
    (re.compile(rb"\x1f\x8b"), "gzip"),
    (re.compile(rb"BZh[1-9]1AY&SY"), "bzip2"),
    (re.compile(rb"\xfd7zXZ\0"), "xz"),
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"PAR1"), "parquet"),
    (re.compile(rb"WARC/\d"), "warc"),
    (re.compile(rb".{257}ustar", re.DOTALL), "tar"),
    (_HTML, "html"),
    (re.compile(rb"\s*<(?:\?xml|rss|feed|urlset|sitemapindex|rdf:RDF|newsItem|newsMessage|nitf)\b"), "xml"),
    (_MHTML, "mhtml"),
    (re.compile(rb"\s*\[\s*[{\]]"), "json"),
    (re.compile(rb"\s*\{\s*[\"}]"), "lines"),
)  # fmt: skip
HEAD = 2048  # bytes that show how something begins


def named(name: str) -> str | None:
    """The kind that a name's suffix tells; null if it tells none."""
    return _BY_SUFFIX.get(PurePosixPath(name).suffix.lower())


def declared(media_type: str | None) -> str | None:
    """The kind that a media type tells; null where it is vague.

    Raises:
        UnknownKindError: it is a kind that is not read: a picture, a script.
    """
    plain = (media_type or "").partition(";")[0].strip().lower()
    if plain in _VAGUE:
        return None
    if plain not in _BY_TYPE:
        raise UnknownKindError(f"{plain[:80]}; {KNOWN}")
    return _BY_TYPE[plain]


def begun(head: bytes) -> str | None:
    """The kind that the first bytes tell; null if they are none that is known."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    kind = next((kind for start, kind in _STARTS if start.match(head)), None)
    first, end, _ = head.lstrip().partition(b"\n")
    return "json" if kind == "lines" and end and not first.rstrip().endswith(b"}") else kind


def inside(name: str) -> str:
    """The name of what a packed file holds: ``a.html.gz`` holds ``a.html``, ``a.tgz`` holds ``a.tar``."""
    path = PurePosixPath(name)
    if path.suffix.lower() in _TARS:
        return f"{path.stem}.tar"
    return path.stem if named(name) in PACKINGS else name


def name_of(url: str) -> str:
    """The last part of an address's path."""
    try:
        return PurePosixPath(urlsplit(url).path).name
    except ValueError:
        return ""
