"""What has been read, kept in a database: one transaction an article, safe to run twice and to kill at any moment."""

from onrecord.store.database import Outcome, Store, StoredArticle, open_store

__all__ = ["Outcome", "Store", "StoredArticle", "open_store"]
