"""Where files wait that a run is to read by their names alone: in a folder of the run's, beside the store."""

import tempfile
from hashlib import sha256
from pathlib import Path


def incoming(place: str) -> Path:
    """The folder of those folders: beside a store that is a file, else among the temporary ones."""
    if "://" in place:
        return Path(tempfile.gettempdir()) / f"onrecord-incoming-{sha256(place.encode()).hexdigest()[:16]}"
    return Path(f"{Path(place).absolute()}-incoming")


def files_of(place: str, run: int) -> Path:
    """The folder in which the files of a run wait; it is not there if the run reads none that were sent."""
    return incoming(place) / str(run)
