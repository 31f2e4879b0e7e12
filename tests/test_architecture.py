"""What may import what, and what every module owes its reader."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "onrecord"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A module imports only from levels above its own. Packages of one level do not import one another.
LEVELS = (
    {"errors"},
    {"model"},
    {"types", "config"},
    {"resources", "quotations"},
    {"encoder", "gender", "decisions"},
    {"clean", "language", "entities", "attribution", "events", "ingest", "store", "grouping"},
    {"pipeline", "query", "linking"},
    {"export"},
    {"engine", "watches"},
    {"web"},
    {"cli"},
)
# The public names, and the module that is run, see everything.
TOP = {"__init__", "__main__"}
# Only these touch files, sockets, databases or processes.
OUTSIDE = {"ingest", "resources", "store", "export", "engine", "watches", "cli", "web", "config"}
OPENERS = {"open", "read_text", "write_text", "read_bytes", "write_bytes", "connect", "urlopen"}
VAGUE = {"utils", "common", "helpers", "misc", "util"}


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def level(name: str) -> int:
    return next(at for at, names in enumerate(LEVELS) if name in names)


def imports(path: Path) -> Iterator[str]:
    """Parts of onrecord that a module imports, late imports included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            if name.startswith("onrecord."):
                yield name.split(".")[1]


def identify(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_imports_point_upwards(path: Path) -> None:
    mine = part(path)
    if mine in TOP:
        return
    for other in imports(path):
        assert other == mine or level(other) < level(mine), f"{identify(path)} imports onrecord.{other}"


def test_every_part_has_a_level() -> None:
    parts = {part(path) for path in MODULES} - TOP
    assert parts <= set().union(*LEVELS)


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_only_the_edges_touch_the_outside(path: Path) -> None:
    if part(path) in OUTSIDE | TOP:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", None))
            assert name not in OPENERS, f"{identify(path)}:{node.lineno} calls {name}"


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_modules_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.stem not in VAGUE
    assert ast.get_docstring(tree), f"{identify(path)} has no docstring"
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Assert), f"{identify(path)}:{node.lineno} asserts"
        is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if is_public and isinstance(node, ast.ClassDef | ast.FunctionDef) and node in tree.body:
            assert ast.get_docstring(node), f"{identify(path)}:{node.lineno} {node.name} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=identify)
def test_functions_and_files_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 500
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < 60, f"{identify(path)}:{node.lineno} {node.name}"


def test_no_clock_and_no_chance_where_articles_are_read() -> None:
    """Reading an article gives the same record on any day."""
    pure = {"clean", "language", "entities", "attribution", "events", "model"}
    for path in MODULES:
        if part(path) in pure:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                assert not (isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}), identify(path)
                if isinstance(node, ast.Import):
                    assert not {alias.name for alias in node.names} & {"random", "time", "uuid"}, identify(path)


def test_each_file_of_tests_has_a_name_of_its_own() -> None:
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
