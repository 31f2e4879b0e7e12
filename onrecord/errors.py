"""The error tree. Every class is a situation a caller can act on and carries a stable code.

OnrecordError
├── InputError          OR-INPUT      what was given cannot be read
│   ├── NotTextError    OR-NOT-TEXT   bytes that are no text in any encoding
│   ├── EmptyError      OR-EMPTY      an input with nothing in it
│   ├── UnknownKindError OR-KIND      a kind of file that is not read
│   ├── NoArticleError  OR-NO-ARTICLE a page in which no article was found
│   ├── CleaningError   OR-CLEAN      a page that the extractor broke on
│   ├── TooLargeError   OR-TOO-LARGE  more than the configured limit
│   └── LineError       OR-LINE       a line of JSON that is not what the command reads
├── LanguageError       OR-LANGUAGE   a text in a language that is not read
├── ResourceError       OR-RESOURCE   a shipped table or model is missing or damaged
├── SettingsError       OR-SETTINGS   an unknown key or a value out of range
├── PipelineError       OR-PIPELINE   stages in an order that cannot work
├── StageError          OR-STAGE      a stage failed on a document
└── StoreError          OR-STORE      the record store cannot be opened, read or written
"""


class OnrecordError(Exception):
    """Base of all errors raised on purpose; ``code`` is stable and searchable."""

    code = "OR-ERROR"

    def __str__(self) -> str:
        return f"[{self.code}] {super().__str__()}"

    @property
    def message(self) -> str:
        """The text without its code."""
        return super().__str__()


class InputError(OnrecordError):
    """What was given cannot be read."""

    code = "OR-INPUT"


class NotTextError(InputError):
    """Bytes that are no text in any encoding."""

    code = "OR-NOT-TEXT"


class EmptyError(InputError):
    """An input with nothing in it."""

    code = "OR-EMPTY"


class UnknownKindError(InputError):
    """A kind of file that is not read."""

    code = "OR-KIND"


class NoArticleError(InputError):
    """A page in which no article was found."""

    code = "OR-NO-ARTICLE"


class CleaningError(InputError):
    """A page that the extractor broke on."""

    code = "OR-CLEAN"


class TooLargeError(InputError):
    """More than the configured limit."""

    code = "OR-TOO-LARGE"


class LineError(InputError):
    """A line of JSON that is not what the command reads."""

    code = "OR-LINE"


class LanguageError(OnrecordError):
    """A text in a language that is not read."""

    code = "OR-LANGUAGE"


class ResourceError(OnrecordError):
    """A shipped table or model is missing or damaged."""

    code = "OR-RESOURCE"


class SettingsError(OnrecordError):
    """An unknown key or a value out of range."""

    code = "OR-SETTINGS"


class PipelineError(OnrecordError):
    """Stages in an order that cannot work."""

    code = "OR-PIPELINE"


class StageError(OnrecordError):
    """A stage failed on a document."""

    code = "OR-STAGE"


class StoreError(OnrecordError):
    """The record store cannot be opened, read or written."""

    code = "OR-STORE"
