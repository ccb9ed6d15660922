"""Reads HTML pages, one after the other, in a process of its own that may be killed at any moment.

Started by `html.py` as a bare script, in isolation: nothing of the application is loaded here. On standard input and
output go frames: four bytes of length, then the page's bytes one way and a JSON object the other way. Extraction is
quadratic in attributes and can run for minutes, or eat all memory, on a page of a few hundred kilobytes; hence the
limits, which the operating system holds.
"""

import html
import json
import re
import resource
import signal
import sys
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import extruct
import trafilatura
from lxml import etree as lxml_etree
from lxml import html as lxml_html

MEMORY = 1024**3  # bytes of address space: 58 MB after the imports, 150 MB at a page of 5 MB
LONGEST_LINE = 1_000  # code points of metadata
ARTICLE_TYPES = re.compile(r"Article$|^(BlogPosting|Report|WebPage)$")

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--.*?-->|<(script|style|noscript|template|svg|head)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")  # of an encoding that is decoded by now; lxml refuses it
_TAG = re.compile(r"<[^>]*>")
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")


def main() -> None:
    seconds = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    _write(answers, {"ready": True})
    while (page := _read(given)) is not None:
        signal.alarm(seconds + 5)  # ends this process should the parent be gone
        _write(answers, answer(page))
        signal.alarm(0)


def answer(page: bytes) -> dict[str, Any]:
    """What a page says of itself and its text; {"error": code} where it is too much to read, or nothing."""
    try:
        return read_page(_decode(page))
    except (MemoryError, RecursionError):
        return {"error": "too_complex"}
    except lxml_etree.ParserError:  # a page without a single element
        return {"error": "no_text"}


def read_page(page: str) -> dict[str, Any]:
    """The values are strings or None; `text` has paragraphs parted by an empty line, "" where none was found."""
    page = _DECLARATION.sub("", page)
    tree = lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(huge_tree=True))
    linked, graph = _metadata(page)
    site = graph.get("og:site_name") or _name(linked.get("publisher"))
    text = _text(tree)
    return {
        "title": _plain(linked.get("headline")) or _title(tree, graph, site),
        "outlet": _plain(site),
        "byline": _plain(_name(linked.get("author")) or _meta(tree, "author")),
        "published": _plain(linked.get("datePublished") or graph.get("article:published_time")),
        "modified": _plain(linked.get("dateModified") or graph.get("article:modified_time")),
        "url": _plain(_canonical(tree) or graph.get("og:url")),
        "text": text,
        "is_partial": _promises_more(page, tree, linked, text),
    }


def _text(tree: Any) -> str:
    found = trafilatura.extract(tree, output_format="txt", include_comments=False)
    return "\n\n".join(line for line in (found or "").splitlines() if line.strip())


def _promises_more(page: str, tree: Any, linked: Mapping[str, Any], text: str) -> bool:
    """Whether the page holds clearly more text than was read: its parser lost some (libxml2 does beyond a depth,
    silently), the outlet's own copy in the metadata is twice as long, or the paragraphs of its one article are."""
    parsed = sum(len(part) for part in _visible(tree))
    if parsed < 0.8 * len("".join(_TAG.sub(" ", _HIDDEN.sub(" ", page)).split())):
        return True
    length = len("".join(text.split()))
    promised = len("".join(str(linked.get("articleBody") or "").split()))
    articles = tree.xpath("//article")
    if len(articles) == 1:
        paragraphs = articles[0].xpath(".//p[not(ancestor::aside or ancestor::footer or ancestor::figure)]")
        promised = max(promised, sum(len("".join(p.text_content().split())) for p in paragraphs))
    return length < 0.5 * promised


def _visible(tree: Any) -> Iterator[str]:
    hidden = "script or self::style or self::noscript or self::template or self::svg or self::head"
    for part in tree.xpath(f"//text()[not(ancestor::*[self::{hidden}])]"):
        yield "".join(part.split())


def _metadata(page: str) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """The JSON-LD object of the article (empty where there is none) and the OpenGraph properties."""
    try:
        found = extruct.extract(page, syntaxes=["json-ld", "opengraph"], errors="ignore")
    except (ValueError, TypeError, AttributeError, KeyError):  # metadata that nobody can read is none
        return {}, {}
    objects = [each for each in _objects(found.get("json-ld") or []) if _is_article(each)]
    objects.sort(key=lambda each: "headline" not in each)
    graph = {name: value for each in found.get("opengraph") or [] for name, value in reversed(each["properties"])}
    return (objects[0] if objects else {}), graph


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD document that could be the article: at its top, or in its graph."""
    if isinstance(value, list):
        for each in value:
            yield from _objects(each)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph") or [])


def _is_article(value: Mapping[str, Any]) -> bool:
    types = value.get("@type")
    return any(isinstance(each, str) and ARTICLE_TYPES.search(each) for each in _listed(types))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    """The names of people or bodies as JSON-LD gives them: words, an object with a name, or a list of either."""
    names = [each.get("name") if isinstance(each, dict) else each for each in _listed(value)]
    return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip()) or None


def _plain(value: Any) -> str | None:
    """A line of metadata without entities and tags."""
    if not isinstance(value, str):
        return None
    return _TAG.sub("", html.unescape(value[: 4 * LONGEST_LINE])).strip()[:LONGEST_LINE] or None


def _title(tree: Any, graph: Mapping[str, str], site: str | None) -> str | None:
    headings = [heading.text_content().strip() for heading in tree.xpath("//h1")]
    if len(headings) == 1 and headings[0]:
        return str(headings[0])[:LONGEST_LINE]
    title = graph.get("og:title") or " ".join(tree.xpath("//head/title/text()")[:1])
    title = _plain(title) or ""
    if site and title.endswith(site):
        return _SITE_SUFFIX.sub("", title)
    return title or None


def _meta(tree: Any, name: str) -> str | None:
    found = tree.xpath(f"//meta[@name='{name}']/@content")
    return str(found[0]) if found and not str(found[0]).startswith("http") else None


def _canonical(tree: Any) -> str | None:
    found = tree.xpath("//link[@rel='canonical']/@href")
    return str(found[0]) if found else None


def _decode(page: bytes) -> str:
    """UTF-8 where it is that; else what the page says it is; else Windows' Western letters."""
    declared = _CHARSET.search(page[:4096])
    for name in ("utf-8-sig", declared[1].decode("ascii") if declared else "cp1252", "cp1252"):
        try:
            return page.decode(name).replace("\0", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return page.decode("latin-1").replace("\0", "")


def _read(stream: BinaryIO) -> bytes | None:
    head = stream.read(4)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 4 else None


def _write(stream: BinaryIO, value: Mapping[str, Any]) -> None:
    body = json.dumps(value).encode()
    stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


if __name__ == "__main__":
    main()
