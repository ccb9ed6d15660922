"""The canonical form of an article's address: two spellings of one address are one article.

Anything odd is refused rather than mended: what a browser and a program would read differently could store an article
under an outlet that never published it.
"""

import re
from urllib.parse import quote, urlsplit

from app.errors import InvalidInput

LONGEST = 2_000
PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|"
    r"_hsenc|_hsmi|mkt_tok|smid|smtyp|at_medium|at_campaign|at_custom\d|ns_mchannel|ns_source|ns_campaign|cmpid|cmp|"
    r"ocid|ito|xtor|partner|spm",
    re.IGNORECASE,
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # and halves of surrogate pairs
_KEPT = "/%:@!$&'()*+,;=~-._"


def canonical(url: str) -> str:
    """The address with host in lower case, default port, fragment and tracking parameters dropped; the order of the
    other parameters is kept. Raises InvalidInput on an address that no outlet would print."""
    url = url.strip(" ")
    _refuse_oddities(url)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused("cannot be read") from error
    if parts.scheme not in PORTS:
        raise _refused("must begin with http:// or https://")
    if "@" in parts.netloc:
        raise _refused("must not hold a user name or password")
    if port not in (None, *PORTS.values()):
        raise _refused(f"must not name the port {port}")
    kept_port = "" if port in (None, PORTS[parts.scheme]) else f":{port}"
    query = _without_tracking(parts.query)
    path = quote(parts.path, safe=_KEPT) or "/"
    return f"{parts.scheme}://{_host(host)}{kept_port}{path}{'?' if query else ''}{query}"


def host_of(url: str) -> str:
    """The host of a canonical address, without a leading `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _refuse_oddities(url: str) -> None:
    if LONGEST < len(url):
        raise _refused(f"is longer than {LONGEST:,} characters")
    if _CONTROL.search(url):
        raise _refused("holds a control character")
    if "\\" in url:
        raise _refused("holds a backslash")


def _host(host: str) -> str:
    """The host in ASCII. Raises InvalidInput where there is none or it cannot be one."""
    host = host.rstrip(".")
    if not host:
        raise _refused("names no host")
    if ":" in host:
        return f"[{host}]"
    try:
        ascii_host = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise _refused("names a host that cannot be one") from error
    if not re.fullmatch(r"[a-z0-9._-]+", ascii_host):
        raise _refused("names a host that cannot be one")
    return ascii_host


def _without_tracking(query: str) -> str:
    kept = [part for part in query.split("&") if part and not TRACKING.fullmatch(part.partition("=")[0])]
    return quote("&".join(kept), safe=_KEPT + "?")


def _refused(why: str) -> InvalidInput:
    return InvalidInput(f"The address {why}.", code="invalid_url")
