"""What has been read, kept in a database: one transaction an article, safe to run twice and to kill at any moment."""

from onrecord.store import schema_decisions, schema_facts  # noqa: F401, so that their tables are made
from onrecord.store.database import Store, StoredArticle, open_store
from onrecord.store.run import Counts, Input, Outcome, Run

__all__ = ["Counts", "Input", "Outcome", "Run", "Store", "StoredArticle", "open_store"]
