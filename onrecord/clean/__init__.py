"""From a page's bytes to its article: decoded, repaired, freed of furniture, with metadata and a way back."""

from onrecord.clean.article import clean

__all__ = ["clean"]
