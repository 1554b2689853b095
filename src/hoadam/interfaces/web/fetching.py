"""A page of the web fetched for its article: public addresses only, in bounded time and size."""

import ipaddress
import socket
import ssl
import string
import time
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import httpcore

from hoadam.errors import InputFault
from hoadam.model.article import Article
from hoadam.read.options import ReadOptions
from hoadam.read.settle import settled
from hoadam.read.unreadable import Unreadable

LARGEST = 5_000_000  # bytes of a page
SECONDS = 10.0
HOPS = 5
SCHEMES = ("http", "https")
WHOLE = 60.0  # seconds for all of it
UNICAST = ipaddress.IPv6Network("2000::/3")
TUNNELS = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2002::/16", "3fff::/20")))
AGENT = "hoadam (reads one page that its user asked for)"


class Unfetched(InputFault):
    """A page that cannot be fetched or has no article; `address` is what was asked for."""

    def __init__(self, address: str, problem: str, expected: str = "a public web page with an article") -> None:
        self.address = address
        super().__init__(address, 0, problem, expected, "paste its text instead")


class Public(httpcore.SyncBackend):
    """Connects to public addresses alone, whatever a name or a redirect leads to; the address checked is the one used.

    With `private` it connects anywhere.
    """

    def __init__(self, private: bool = False) -> None:
        self.private = private

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first address of a host, if all are public; httpcore.ConnectError otherwise."""
        try:
            found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as fault:
            raise httpcore.ConnectError(str(fault)) from fault
        if not self.private and not all(map(public, found)):
            raise httpcore.ConnectError("not a public address")
        return super().connect_tcp(found[0], port, timeout, local_address, socket_options)


def public(address: str) -> bool:
    """Is it an address of the open internet that leads to no other network, as those do that carry an IPv4 address?"""
    held = ipaddress.ip_address(address.split("%")[0])
    if isinstance(held, ipaddress.IPv6Address):
        return held.is_global and held in UNICAST and not any(held in one for one in TUNNELS)
    return held.is_global and not held.is_multicast


def fetched(address: str, private: bool = False) -> str:
    """The page at an address, redirects followed; Unfetched where there is none to be had."""
    at = quote(address, safe=string.punctuation)  # letters of other scripts, as people paste them
    with httpcore.ConnectionPool(network_backend=Public(private), ssl_context=ssl.create_default_context()) as pool:
        for _ in range(HOPS):
            try:
                parts = urlsplit(at)
                if parts.scheme not in SCHEMES or not parts.hostname or parts.username is not None:
                    raise Unfetched(address, "no address of the web", "http://… or https://…, without a password")
                body, onward = got(pool, at)
                at = quote(urljoin(at, onward), safe=string.punctuation) if onward else at
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, ValueError) as fault:
                raise Unfetched(address, f"it does not answer: {fault}") from fault
            if onward is None:
                return body.decode("utf-8", "replace")
    raise Unfetched(address, f"more than {HOPS} redirects")


def got(pool: httpcore.ConnectionPool, at: str) -> tuple[bytes, str | None]:
    """The body at an address, or where it sends us on; Unfetched for an error, another sort of file, too much."""
    limits = dict.fromkeys(("connect", "read", "write", "pool"), SECONDS)
    headers: list[tuple[bytes | str, bytes | str]] = [
        ("user-agent", AGENT), ("accept", "text/html,application/xhtml+xml"), ("accept-encoding", "identity"),
    ]  # fmt: skip
    with pool.stream("GET", at, headers=headers, extensions={"timeout": limits}) as answer:
        told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
        if answer.status in (301, 302, 303, 307, 308) and told.get("location"):
            return b"", told["location"]
        if answer.status != 200:
            raise Unfetched(at, f"it answers {answer.status}")
        if "html" not in told.get("content-type", "html").lower():
            raise Unfetched(at, f"it is {told['content-type']}")
        body, end = bytearray(), time.monotonic() + WHOLE
        for piece in answer.iter_stream():
            body += piece
            if len(body) > LARGEST:
                raise Unfetched(at, f"it is larger than {LARGEST:,} bytes")
            if time.monotonic() > end:
                raise Unfetched(at, f"it takes longer than {WHOLE:.0f} seconds")
        return bytes(body), None


def article_at(address: str, page: str, published: str) -> Article:
    """The article of a page, published at the time given where the page does not say; Unfetched where it has none."""
    from trafilatura import bare_extraction  # takes half a second, and only this wants it

    found = bare_extraction(page, url=address, with_metadata=True, include_comments=False, include_tables=False)
    held: dict[str, Any] = found.as_dict() if found else {}  # type: ignore[union-attr]
    if not held.get("text"):
        raise Unfetched(address, "no article was found in it")
    title = held.get("title") or ""
    fields = {
        "title": title, "text": f"{title}\n\n{held['text']}" if title else held["text"], "url": address,
        "outlet": held.get("sitename") or urlsplit(address).hostname, "published": held.get("date") or published,
    }  # fmt: skip
    try:
        return settled(fields, ReadOptions())[0]
    except Unreadable as fault:
        raise Unfetched(address, str(fault)) from fault
