"""Which texts are copies of one another, and which tell of one affair; a set in, the same answer in any order."""

from onrecord.grouping.copies import Copies, packed, sketched, unpacked
from onrecord.grouping.duplicates import duplicates
from onrecord.grouping.stories import stories
from onrecord.grouping.texts import Text

__all__ = ["Copies", "Text", "duplicates", "packed", "sketched", "stories", "unpacked"]
