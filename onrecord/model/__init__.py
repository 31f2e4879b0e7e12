"""Frozen data: what a page, a document and a record are. Imports nothing else of onrecord."""
