"""From text to tokens, sentences, dependencies and names; and which language a text is in."""

from onrecord.language.identify import identify
from onrecord.language.parser import Parser

__all__ = ["Parser", "identify"]
