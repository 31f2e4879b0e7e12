"""Documents that cannot fall behind the code."""

import re
import tomllib
from pathlib import Path

import pytest

from docs.generate import REFERENCE, pages
from onrecord import errors
from onrecord.cli.app import app

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", sorted(pages()))
def test_generated_pages_are_up_to_date(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == pages()[name], "run: python -m docs.generate"


def test_every_command_has_an_example_and_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert command.callback is not None
        assert "Example: onrecord" in (command.callback.__doc__ or ""), command.name
        assert f"onrecord {command.name}" in readme, command.name


def test_every_error_stands_in_the_tree_with_its_code() -> None:
    for name, kind in vars(errors).items():
        if isinstance(kind, type) and issubclass(kind, errors.OnrecordError) and kind is not errors.OnrecordError:
            assert re.search(rf"{name}\s+{kind.code}\s", errors.__doc__ or ""), name


def test_every_table_and_column_of_the_store_is_explained() -> None:
    assert "None" not in re.findall(r"\| (\w+) \|$", pages()["store.md"], re.MULTILINE)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    reasons = (ROOT / "DEPENDENCIES.md").read_text(encoding="utf-8")
    groups = project["dependency-groups"]
    for requirement in [*project["project"]["dependencies"], *groups["dev"], *groups["training"]]:
        name = re.split(r"[<>=!~\[ ]", requirement)[0]
        assert f"| {name} |" in reasons, f"{name} has no line in DEPENDENCIES.md"


def test_every_dependency_is_locked_with_hashes_and_without_addresses() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    for block in re.split(r"\n(?=\S)", lock.strip()):
        assert "--hash=sha256:" in block, block
    for requirement in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]:
        name = re.split(r"[<>=!~\[ ]", requirement)[0].replace("_", "-").lower()
        assert re.search(rf"^{name}==", lock, re.MULTILINE), f"{name} is not locked; run scripts/lock"


def test_links_between_documents_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)} links to {target}"
