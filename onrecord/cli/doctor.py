"""``onrecord doctor``: is everything here that is needed."""

import json
import platform
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Annotated

import msgspec
import typer

from onrecord import __version__
from onrecord.config import load
from onrecord.errors import OnrecordError
from onrecord.model.document import Document
from onrecord.pipeline import reader
from onrecord.resources import digests


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at: what it is, its version or digest, and what is wrong with it, if anything."""

    what: str
    found: str
    wrong: str | None = None


def doctor(as_json: Annotated[bool, typer.Option("--json", help="findings as JSON")] = False) -> None:
    """Check Python, packages, model and tables, with versions and digests; read one sentence.

    Example: onrecord doctor
    """
    findings = [_python(), _sqlite(), *_packages(), *_resources(), _reading()]
    if as_json:
        sys.stdout.write(json.dumps(msgspec.to_builtins(findings), indent=1) + "\n")
    else:
        for finding in findings:
            sys.stdout.write(f"{'ok ' if finding.wrong is None else 'BAD'} {finding.what:32} {finding.found}\n")
            if finding.wrong:
                sys.stdout.write(f"    {finding.wrong}\n")
    if any(finding.wrong for finding in findings):
        raise typer.Exit(1)


def _python() -> Finding:
    found = platform.python_version()
    return Finding("python", found, None if sys.version_info >= (3, 11) else "3.11 or later is needed")


def _sqlite() -> Finding:
    enough = sqlite3.sqlite_version_info >= (3, 35)
    return Finding("sqlite", sqlite3.sqlite_version, None if enough else "3.35 or later is needed")


def _packages() -> list[Finding]:
    out = [Finding("onrecord", __version__)]
    for requirement in requires("onrecord") or []:
        name = requirement.split(";")[0].strip().split(" ")[0]
        name = name[: next((at for at, c in enumerate(name) if c in "<>=!~[("), len(name))]
        try:
            out.append(Finding(name, version(name)))
        except PackageNotFoundError:
            out.append(Finding(name, "missing", f"install it: {requirement}"))
    return out


def _resources() -> list[Finding]:
    return [
        Finding(name, found[:16], None if found == wanted else f"damaged: {wanted[:16]} was expected; reinstall")
        for name, (found, wanted) in digests().items()
    ]


def _reading() -> Finding:
    text = "The minister said on Monday that the border would stay closed."
    try:
        reading = reader(load()).read(Document(id="doctor", text=text, published="2024-01-03"))
    except OnrecordError as error:
        return Finding("reads a sentence", "no", str(error))
    record = reading.document.record()
    if record.failures:
        return Finding("reads a sentence", "with failures", record.failures[0].message)
    return Finding("reads a sentence", f"{len(record.statements)} statement, {len(record.times)} time")
