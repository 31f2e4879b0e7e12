"""Addresses of articles, which may be anything that a page gave for one."""

from urllib.parse import SplitResult, urlsplit


def host(url: str | None) -> str | None:
    """The host of an address; null if it is none."""
    found = _split(url)
    return found.hostname if found else None


def is_of_web(url: str | None) -> bool:
    """Whether it may be linked: only ``http(s)`` is."""
    found = _split(url)
    return found is not None and found.scheme in {"http", "https"} and bool(found.netloc)


def _split(url: str | None) -> SplitResult | None:
    try:
        return urlsplit(url) if url else None
    except ValueError:  # such as http://[
        return None
