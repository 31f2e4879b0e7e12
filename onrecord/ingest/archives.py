"""Zip and tar, member by member, never written to a disk; what is in a WACZ."""

import stat
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Self, cast

from onrecord.errors import DamagedError, EmptyError, InputError, TooLargeError, UnsafeError
from onrecord.ingest.bounds import Counted, metered, peekable, seekable
from onrecord.ingest.item import Found, Item, Scope, rejected

_LONGEST_LIST = 32_000_000  # bytes of a zip's list of its members, which is held in memory: some 400,000 members
_LONGEST_NAME = 65_536
_END = b"PK\x05\x06"


def read_zip(item: Item, scope: Scope) -> Iterator[Found]:
    """The members of a zip, in its order."""
    yield from _members(item, scope.deeper(), pages_only=False)


def read_wacz(item: Item, scope: Scope) -> Iterator[Found]:
    """The captures of a WACZ; its indexes and lists of pages say nothing that they do not."""
    yield from _members(item, scope.deeper(), pages_only=True)


def _members(item: Item, scope: Scope, *, pages_only: bool) -> Iterator[Found]:
    with seekable(item.stream) as stream, _opened(stream) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        if pages_only:
            members = [one for one in members if one.filename.lower().endswith((".warc", ".warc.gz"))]
        if not members:
            raise EmptyError("an archive without files" if not pages_only else "a WACZ without a WARC in it")
        for member in members:
            yield from _zipped(archive, member, item, scope)


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    """Raises TooLargeError for a list of members that would fill the memory."""
    stream.seek(0, 2)
    stream.seek(max(0, stream.tell() - 66_000))
    tail = stream.read(66_000)
    at = tail.rfind(_END)
    if at >= 0 and len(tail) >= at + 16:
        length = struct.unpack_from("<L", tail, at + 12)[0]
        if length > _LONGEST_LIST:
            raise TooLargeError("a zip of too many files to list; unpack it and read the folder")
    stream.seek(0)
    return zipfile.ZipFile(stream)


def _zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, item: Item, scope: Scope) -> Iterator[Found]:
    location = f"{item.location}!/{member.filename}"
    try:
        _safe(member.filename)
        if stat.S_ISLNK(member.external_attr >> 16):
            raise UnsafeError("a link to another file")
        if member.flag_bits & 1:
            raise DamagedError("it is encrypted; unpack it with its password first")
        stream = metered(cast(BinaryIO, archive.open(member)), scope.budget)
    except InputError as error:
        yield rejected(location, error)
        return
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        yield rejected(location, DamagedError(f"{type(error).__name__}: {error}"))
        return
    with stream:
        yield from scope.read(_member(item, member.filename, location, stream), scope)


def _member(item: Item, name: str, location: str, stream: BinaryIO) -> Item:
    return Item(location=location, name=PurePosixPath(name).name, stream=stream)


def _safe(name: str) -> None:
    """Raises UnsafeError for a name that would lead out of a folder the archive is unpacked into."""
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or (len(parts[0]) == 2 and parts[0][1] == ":"):
        raise UnsafeError("a name that leads out of its archive")


class _Header(tarfile.TarInfo):
    """A header of a tar whose long names have a sane length: tarfile would take them into memory whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str | None, errors: str) -> Self:
        """As of any header."""
        header = super().frombuf(buf, encoding or "utf-8", errors)
        if header.type in (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
                           tarfile.SOLARIS_XHDTYPE) and header.size > _LONGEST_NAME:  # fmt: skip
            raise UnsafeError(f"a header of {header.size} bytes; what is left of the archive is not read")
        return header


def read_tar(item: Item, scope: Scope) -> Iterator[Found]:
    """The members of a tar, as they come."""
    scope = scope.deeper()
    is_empty = True
    with tarfile.open(fileobj=item.stream, mode="r|", tarinfo=_Header) as archive:
        for member in archive:
            archive.members = []  # type: ignore[attr-defined]  # else it would hold all that it has seen
            if member.isdir():
                continue
            is_empty = False
            yield from _taken(archive, member, item, scope)
    if is_empty:
        raise EmptyError("an archive without files")


def _taken(archive: tarfile.TarFile, member: tarfile.TarInfo, item: Item, scope: Scope) -> Iterator[Found]:
    location = f"{item.location}!/{member.name}"
    try:
        _safe(member.name)
        if not member.isfile():
            raise UnsafeError("a link or a device, no file")
        stream = archive.extractfile(member)
    except InputError as error:
        yield rejected(location, error)
        return
    if stream is not None:
        # One cannot go back in it, though it says so.
        onward = cast(BinaryIO, peekable(cast(BinaryIO, Counted(cast(BinaryIO, stream)))))
        yield from scope.read(_member(item, member.name, location, onward), scope)
