"""Bytes to text: the mark at the start, what the page declares, UTF-8, then Windows-1252."""

import codecs
import re

from onrecord.errors import NotTextError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,80}encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_BINARY = 0.01  # share of control characters above which bytes are no text
_HEAD = 4096
_CUT = 3  # bytes that a cut-off UTF-8 sequence can leave at the end


def decode(raw: bytes) -> str:
    """The text of ``raw``; a sequence cut off at the end becomes U+FFFD.

    Raises:
        NotTextError: it is binary.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    control = len(raw) - len(raw.translate(None, _CONTROL))
    if b"\0" in raw[:_HEAD] or control > _BINARY * len(raw):
        raise NotTextError(f"{control} control characters in {len(raw)} bytes: this is no text")
    return _decoded(raw)


def _decoded(raw: bytes) -> str:
    if b"\x1b$" in raw[:_HEAD] or b"\x1b(" in raw[:_HEAD]:
        return raw.decode("iso-2022-jp", "replace")
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - _CUT:
            return raw.decode("utf-8", "replace")
    declared = _DECLARED.search(raw[:_HEAD])
    encoding = declared[1].decode("ascii") if declared else "windows-1252"
    try:
        return raw.decode(encoding, "replace")
    except (LookupError, ValueError):  # an unknown name, or a codec that is no encoding of text
        return raw.decode("windows-1252", "replace")
