"""Where an address leads, before anything is sent: never into a private network unless that was asked for."""

import ipaddress
import socket
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import msgspec

from onrecord.errors import FetchError, PrivateError

_LONGEST = 4000
_SAFE = "%/:=&?~#+!$,;'@()*[]|"


class Target(msgspec.Struct, frozen=True):
    """An address taken apart: what is connected to, and what is asked for there."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what robots.txt and the delay hold for."""
        default = {"http": 80, "https": 443}[self.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port != default else "")


def target(url: str, base: str | None = None) -> Target:
    """``url`` taken apart, resolved against ``base``; its fragment is dropped.

    Raises:
        FetchError: it is no http or https address.
    """
    try:
        if len(url) > _LONGEST:
            raise ValueError("too long")
        parts = urlsplit(urljoin(base or "", url.strip()))
        host, port = _host(parts), parts.port
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"no address that can be fetched: {url[:200]!r}: {error}") from error
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    found = Target("", parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path)
    return msgspec.structs.replace(found, url=found.site + path)


def _host(parts: SplitResult) -> str:
    """Raises ValueError where there is none, or one that must not be followed."""
    if parts.scheme not in ("http", "https"):
        raise ValueError("http and https are fetched, nothing else")
    if parts.username is not None or parts.password is not None:
        raise ValueError("a name or password in it")
    host = parts.hostname or ""
    if not host or any(character in host for character in "\r\n\0 \\"):
        raise ValueError("no host")
    return host if ":" in host else host.encode("idna").decode("ascii") if not host.isascii() else host


def resolve(where: Target, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses of a host, each checked; the connection is made to these and no others.

    A name that leads to one private address among public ones is refused whole: it was set up to mislead.

    Raises:
        FetchError: there is no such host.
        PrivateError: it leads into a private network.
    """
    try:
        found = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no such host {where.host!r}: {error}") from error
    numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and (private := next(filter(is_private, numbers), None)):
        raise PrivateError(f"{where.host} is {private}, within a private network; set allow_private to fetch it")
    return numbers


def is_private(number: str) -> bool:
    """Whether an IP address is anything but a public one: local, reserved, multicast, or one of these within IPv6."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        within = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if within is None and address in _NAT64:
            within = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if within is not None:
            return is_private(str(within))
    return not address.is_global or address.is_multicast or address.is_reserved


_NAT64 = ipaddress.ip_network("64:ff9b::/96")
