"""Second passes over a store: what several articles have in common, kept as rows that can be undone."""
