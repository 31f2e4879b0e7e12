"""The command line: one file a command; data to stdout, messages and progress to stderr."""

from onrecord.cli.app import main

__all__ = ["main"]
