"""onrecord reads news and puts it on the record: who said what, on what terms, and who did what to whom."""

from onrecord.errors import OnrecordError
from onrecord.model.document import Document
from onrecord.model.record import Record

__version__ = "0.1.0"
__all__ = ["Document", "OnrecordError", "Record", "__version__"]
