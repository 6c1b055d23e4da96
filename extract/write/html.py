"""Facts as one self-contained HTML page: an article with its facts lit up, or an overview that holds many.

The page asks the network for nothing: style and script are inline, and its Content-Security-Policy
admits these two by their hashes alone. All text goes through Jinja2's autoescape.
"""

import zlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extract.records import Actor, Article, BaseRecord, Demand, Reference
from extract.write.collection import Collection
from extract.write.diagram import Link, diagram
from extract.write.entries import entries
from extract.write.facts import Facts
from extract.write.highlight import paragraphs
from extract.write.legible import heading, line, origin
from extract.write.timeline import timeline

DRAWN = 40  # demands in an article's diagram
TITLE = 300  # characters of the article's heading


@dataclass(frozen=True, slots=True)
class Assets:
    """Our style and script, and the hashes by which the page's policy knows them."""

    style: Markup
    style_hash: str
    script: Markup
    script_hash: str


class HtmlSink:
    """Writes the page of one article; from the second article on, a page that holds them all, packed, and an overview.

    Articles leave memory as they come; what the overview tells of them is kept.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._first: tuple[Article, Facts] | None = None
        self._collection = Collection()

    def write(self, article: Article, records: Sequence[BaseRecord]) -> None:
        """Takes in the facts of one article."""
        facts = Facts(records)
        number = self._collection.add(article, facts)
        if number == 1:
            self._first = article, facts
            return
        if self._first is not None:
            self._begin("Overview", "overview")
            self._pack(1, *self._first)
            self._first = None
        self._pack(number, article, facts)

    def close(self) -> None:
        """Writes the page of a single article, or the overview of many (or none) and the page's end."""
        if self._first is not None:
            article, facts = self._first
            self._begin(heading(article), "facts")
            self._stream.write(f"<main>{article_part(article, facts)}</main>")
        else:
            if not self._collection.articles:
                self._begin("Overview", "overview")
            self._stream.write(_render("overview.html.j2", collection=self._collection))
        self._stream.write(_render("end.html.j2", assets=_assets()))

    def _begin(self, title: str, main: str) -> None:
        """Writes the page's head; `main`: the id of the part that a keyboard may skip to."""
        self._stream.write(_render("page.html.j2", title=title, main=main, assets=_assets()))

    def _pack(self, number: int, article: Article, facts: Facts) -> None:
        """Writes an article where the browser keeps it as mere text until it is asked for."""
        packer = zlib.compressobj(wbits=-15)
        markup = article_part(article, facts, f"{number}.").encode()
        packed = b64encode(packer.compress(markup) + packer.flush()).decode()
        self._stream.write(f'<script type="text/plain" id="packed-{number}">{packed}</script>\n')


def article_part(article: Article, facts: Facts, prefix: str = "") -> str:
    """The markup of one article; `prefix` sets its ids apart from those of other articles."""
    listed = entries(facts)
    return _render(
        "article.html.j2",
        prefix=prefix,
        title=heading(article, TITLE),
        origin=origin(article),
        url=_safe_url(article.url),
        language=article.language,
        paragraphs=paragraphs(article.text, facts),
        entries=listed,
        drawn=diagram([_link(demand, facts, prefix) for demand in facts.demands[:DRAWN]]),
        undrawn=max(0, len(facts.demands) - DRAWN),
        moments=timeline(article, facts, listed),
    )


def _link(demand: Demand, facts: Facts, prefix: str) -> Link:
    return Link(
        who=_name(demand.actor),
        what=demand.text,
        whom=_name(demand.addressee),
        href=f"#{prefix}{demand.id}",
        who_href=_href(facts.actor(demand.actor), prefix),
        whom_href=_href(facts.actor(demand.addressee), prefix),
    )


def _name(reference: Reference | None) -> str | None:
    return line(reference.name) if reference else None


def _href(actor: Actor | None, prefix: str) -> str | None:
    return f"#{prefix}{actor.id}" if actor else None


def _safe_url(url: str | None) -> str | None:
    """The address where a browser may follow it: never one that runs a script."""
    return url if url and url.startswith(("https://", "http://")) else None


def _render(template: str, **context: object) -> str:
    return _environment().get_template(template).render(**context)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["line"] = line
    return environment


@lru_cache(maxsize=1)
def _assets() -> Assets:
    style, script = (
        files("extract.write").joinpath("templates", name).read_text("utf-8") for name in ("style.css", "page.js")
    )
    # our own files: safe to leave unescaped
    return Assets(Markup(style), _hash(style), Markup(script), _hash(script))  # noqa: S704


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
