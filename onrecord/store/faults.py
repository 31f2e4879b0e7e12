"""What a check of a store finds."""

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with an article, or with the store where no article is named."""

    article: str | None
    what: str
