"""Remakes ``onrecord/resources/digests.json``: the SHA-256 of every shipped table and model.

usage: python -m training.digests
"""

import json
from hashlib import sha256
from pathlib import Path

RESOURCES = Path(__file__).parents[1] / "onrecord" / "resources"


def digests() -> dict[str, str]:
    """File name → SHA-256 in hex, of every file in the folder that is data."""
    data = [path for path in RESOURCES.iterdir() if path.suffix not in {".py", ".md"} and path.is_file()]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(data) if path.name != "digests.json"}


if __name__ == "__main__":
    (RESOURCES / "digests.json").write_text(json.dumps(digests(), indent=1) + "\n", encoding="utf-8")
