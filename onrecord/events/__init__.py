"""Who did what to whom."""

from onrecord.events.coder import Events

__all__ = ["Events"]
