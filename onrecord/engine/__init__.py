"""Where the work is done: this process, or several of them."""

from onrecord.engine.local import Result, run

__all__ = ["Result", "run"]
