"""The body of an HTTP answer: its chunks joined, its packing undone within bounds, its encoding named."""

import re
import zlib
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from onrecord.errors import DamagedError, ExtraError, TooLargeError

_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,500})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_IN_PAGE = re.compile(rb"<meta[^>]{0,200}charset|<\?xml[^>]{0,80}encoding", re.IGNORECASE)
_BLOCK = 1 << 16


def headers(block: bytes) -> dict[str, str]:
    """Header lines as lower-case name → value; of a repeated one the last."""
    found: dict[str, str] = {}
    for line in re.split(r"\r?\n(?![ \t])", block.decode("utf-8", "replace")):
        name, colon, value = line.partition(":")
        if colon:
            found[name.strip().lower()] = " ".join(value.split())
    return found


def charset(content_type: str | None) -> str | None:
    """The encoding that a content type names."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def joined(body: bytes) -> bytes:
    """A chunked body as one; as it is, if it has been joined already, as many archives have it."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size
        if len(parts[-1]) < size:
            raise DamagedError("a chunked answer that is cut")
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(parts) if parts and at >= len(body) else body


def unpacked(body: bytes, answer: Mapping[str, str], most: int) -> bytes:
    """``body`` as the page that it is; ``answer`` are the headers, in lower case.

    Raises:
        TooLargeError: it is more than ``most`` bytes.
        ExtraError: it is packed in a way that needs a package which is not there.
        DamagedError: it is not packed as the headers say.
    """
    for packing in reversed([part.strip().lower() for part in answer.get("content-encoding", "").split(",")]):
        body = _undone(body, packing, most)
    if len(body) > most:
        raise TooLargeError(f"more than {most} bytes; raise max_bytes to read it")
    return body


def _undone(body: bytes, packing: str, most: int) -> bytes:
    if packing in ("", "identity", "utf-8", "none"):
        return body
    if packing in ("gzip", "x-gzip"):
        # Some archives unpack a body and keep the header.
        return _inflated(body, 31, most) if body.startswith(b"\x1f\x8b") else body
    if packing == "deflate":
        return _inflated(body, 15 if body[:1] == b"\x78" else -15, most)
    if packing == "br":
        return _brotli(body, most)
    raise ExtraError(f"packed as {packing[:40]}, which is not read")


def _inflated(body: bytes, window: int, most: int) -> bytes:
    decompressor = zlib.decompressobj(window)
    try:
        out = decompressor.decompress(body, most + 1)
    except zlib.error as error:
        raise DamagedError(f"not packed as it says: {error}") from error
    if len(out) <= most and not decompressor.eof:
        raise DamagedError("a packed answer that is cut")
    return out


def _brotli(body: bytes, most: int) -> bytes:
    try:
        brotli: Any = import_module("brotli")
    except ImportError as error:
        raise ExtraError("packed as br, which needs brotli: pip install 'onrecord[brotli]'") from error
    decompressor, out, more = brotli.Decompressor(), bytearray(), body
    try:
        while len(out) <= most and not decompressor.is_finished():
            block = decompressor.process(more, output_buffer_limit=_BLOCK)
            more = b""
            if not block and decompressor.can_accept_more_data():
                raise DamagedError("a packed answer that is cut")
            out += block
    except brotli.error as error:
        raise DamagedError(f"not packed as it says: {error}") from error
    return bytes(out)


def in_utf8(raw: bytes, encoding: str | None) -> bytes:
    """A page whose encoding only its server told, in UTF-8; any other as it is."""
    if not encoding or encoding.lower().replace("-", "") in ("utf8", "usascii") or _IN_PAGE.search(raw[:4096]):
        return raw
    try:
        return raw.decode(encoding, "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):
        return raw
