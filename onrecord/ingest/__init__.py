"""Files, folders, streams and JSON lines in, pages out; what cannot be taken is named, never skipped in silence."""

from onrecord.ingest.sources import pages, rejected

__all__ = ["pages", "rejected"]
