"""The error tree. Every class is a situation a caller can act on and carries a stable code.

OnrecordError
├── InputError          OR-INPUT      what was given cannot be read
│   ├── NotTextError    OR-NOT-TEXT   bytes that are no text in any encoding
│   ├── EmptyError      OR-EMPTY      an input with nothing in it
│   ├── UnknownKindError OR-KIND      a kind of file that is not read
│   ├── NoArticleError  OR-NO-ARTICLE a page in which no article was found
│   ├── CleaningError   OR-CLEAN      a page that the extractor broke on
│   ├── TooLargeError   OR-TOO-LARGE  more than the configured limit
│   ├── OverdueError    OR-TOO-SLOW   a page that takes longer to clean than the configured limit
│   ├── LineError       OR-LINE       a line of JSON or a row of a table that is not what the command reads
│   ├── DamagedError    OR-DAMAGED    a file or archive that is cut, damaged or not what it says it is
│   ├── UnsafeError     OR-UNSAFE     what would harm: XML entities, a name that leads out of its archive, a bomb
│   ├── NestedError     OR-NESTED     archives in archives, deeper than anyone packs them
│   ├── ExtraError      OR-EXTRA      a kind that needs a package which is not installed
│   ├── LinkError       OR-LINK       only a link to a page, which was not asked for
│   ├── NoTextError     OR-NO-TEXT    words to be looked for where no text was kept
│   ├── ForgottenError  OR-FORGOTTEN  what was forgotten on request, and is not to be read in again
│   ├── UnchangedError  OR-UNCHANGED  what has not changed since it was last read
│   └── FetchError      OR-FETCH      an address that cannot be fetched
│       ├── StatusError  OR-STATUS    an answer that is no page: HTTP says so
│       ├── RobotsError  OR-ROBOTS    a page that its site asks programs not to take
│       ├── PrivateError OR-PRIVATE   an address within a private network
│       └── SlowError   OR-TIMEOUT   an answer that did not come, or came too slowly
├── LanguageError       OR-LANGUAGE   a text in a language that is not read
├── ResourceError       OR-RESOURCE   a shipped table or model is missing or damaged
├── SettingsError       OR-SETTINGS   an unknown key or a value out of range
├── PipelineError       OR-PIPELINE   stages in an order that cannot work
├── StageError          OR-STAGE      a stage failed on a document
├── DeliveryError       OR-DELIVERY   what a watch found cannot be sent where it is wanted
└── StoreError          OR-STORE      the record store cannot be opened, read or written
    └── LeftOverError   OR-LEFT-OVER  what was forgotten is still in the file, which somebody holds
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


class OverdueError(InputError):
    """A page that takes longer to clean than the configured limit."""

    code = "OR-TOO-SLOW"


class LineError(InputError):
    """A line of JSON or a row of a table that is not what the command reads."""

    code = "OR-LINE"


class DamagedError(InputError):
    """A file or archive that is cut, damaged or not what it says it is."""

    code = "OR-DAMAGED"


class UnsafeError(InputError):
    """What would harm: XML entities, a name that leads out of its archive, a bomb."""

    code = "OR-UNSAFE"


class NestedError(InputError):
    """Archives in archives, deeper than anyone packs them."""

    code = "OR-NESTED"


class ExtraError(InputError):
    """A kind that needs a package which is not installed."""

    code = "OR-EXTRA"


class LinkError(InputError):
    """Only a link to a page, which was not asked for."""

    code = "OR-LINK"


class NoTextError(InputError):
    """Words are to be looked for in a store that keeps no text."""

    code = "OR-NO-TEXT"


class ForgottenError(InputError):
    """What was forgotten on request, and is not to be read in again."""

    code = "OR-FORGOTTEN"


class UnchangedError(InputError):
    """What has not changed since it was last read."""

    code = "OR-UNCHANGED"


class FetchError(InputError):
    """An address that cannot be fetched."""

    code = "OR-FETCH"


class StatusError(FetchError):
    """An answer that is no page: HTTP says so."""

    code = "OR-STATUS"


class RobotsError(FetchError):
    """A page that its site asks programs not to take."""

    code = "OR-ROBOTS"


class PrivateError(FetchError):
    """An address within a private network."""

    code = "OR-PRIVATE"


class SlowError(FetchError):
    """An answer that did not come, or came too slowly."""

    code = "OR-TIMEOUT"


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


class DeliveryError(OnrecordError):
    """What a watch found cannot be sent where it is wanted."""

    code = "OR-DELIVERY"


class StoreError(OnrecordError):
    """The record store cannot be opened, read or written."""

    code = "OR-STORE"


class LeftOverError(StoreError):
    """What was forgotten is out of the record, but still in the file, because somebody holds it."""

    code = "OR-LEFT-OVER"
