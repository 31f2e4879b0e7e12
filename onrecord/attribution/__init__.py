"""Who says what, on what terms."""

from onrecord.attribution.statements import Attribution

__all__ = ["Attribution"]
