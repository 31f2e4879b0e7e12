"""From text to tokens, sentences, dependencies and names; and which language a text is in."""

from onrecord.language.identify import Language, identify
from onrecord.language.parser import Parser

__all__ = ["Language", "Parser", "identify"]
