"""Files, folders, archives, feeds, tables and addresses in, pages out; what cannot be taken is named, never skipped."""

from onrecord.ingest.columns import mapping
from onrecord.ingest.item import rejected
from onrecord.ingest.sources import pages

__all__ = ["mapping", "pages", "rejected"]
