"""The record in the browser: a local site, and the same as JSON."""
