"""Watches: questions that are put to every article that comes in, and where their answers go."""
