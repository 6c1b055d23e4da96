"""Annotated articles → lines of the gold file, with offsets in place of words."""

import json
import tomllib
from pathlib import Path

from benchmarks.gold.annotation import ActorEntry, AnnotatedArticle, DateEntry, DemandEntry, QuoteEntry, VenueEntry
from benchmarks.gold.locate import NotFoundError, locate

_FOLDER = Path(__file__).parent
_SAMPLES = _FOLDER.parents[1] / "samples"
SETS = ("articles", "samples", "unseen")

Json = dict[str, object]
Spans = list[tuple[int, int]]


def annotated(name: str) -> list[Path]:
    """The annotated article files of a set, in the order of their names."""
    return sorted((_FOLDER / name).glob("*.toml"))


def gold(name: str) -> Path:
    """The gold file of a set."""
    return _FOLDER / f"{name}.jsonl"


def compiled(path: Path) -> str:
    """The gold file's line for one article.

    Raises:
        ValueError: naming every phrase and actor that the article doesn't have, or a wrong field.
    """
    article = _whole(AnnotatedArticle.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))))
    entries = _Entries(article)
    line = {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat(),
        "text": article.text,
        "actors": [entries.actor(entry) for entry in article.actors],
        "venues": [entries.venue(entry) for entry in article.venues],
        "demands": [entries.demand(entry) for entry in article.demands],
        "quotes": [entries.quote(entry) for entry in article.quotes],
        "dates": [entries.date(entry) for entry in article.dates],
    }
    if entries.faults:
        raise ValueError("\n  ".join(["", *entries.faults]))
    return json.dumps(line, ensure_ascii=False) + "\n"


def _whole(article: AnnotatedArticle) -> AnnotatedArticle:
    """The article with its text, which a sample has in a file of its own."""
    if article.sample is None:
        return article
    return article.model_copy(update={"text": (_SAMPLES / article.sample).read_text(encoding="utf-8")})


class _Entries:
    """The gold entries of one article; `faults` collects what doesn't fit its text."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self.faults: list[str] = []
        self._text = article.text
        self._index = {actor.name: number for number, actor in enumerate(article.actors)}

    def _spans(self, *phrases: str) -> Spans:
        found: Spans = []
        for phrase in phrases:
            try:
                found.append(locate(self._text, phrase))
            except NotFoundError as fault:
                self.faults.append(str(fault))
        return found

    def _actors(self, names: list[str]) -> list[int | None]:
        self.faults += [f"no actor is named {name!r}" for name in names if name and name not in self._index]
        return [self._index.get(name) for name in names]

    def actor(self, entry: ActorEntry) -> Json:
        self.faults += [f"alias {alias!r} isn't in the text" for alias in entry.aliases if alias not in self._text]
        country = None if entry.country[0] == "None" else entry.country[0]
        return entry.model_dump() | {"country": country, "country_ok": entry.country}

    def venue(self, entry: VenueEntry) -> Json:
        countries = [None if code == "None" else code for code in entry.country]
        return {"spans": self._spans(entry.place), **entry.model_dump(exclude={"place"}), "country": countries}

    def demand(self, entry: DemandEntry) -> Json:
        parties = {"actor": self._actors(entry.actor), "addressee": self._actors(entry.addressee)}
        return {"spans": self._spans(entry.content), **entry.model_dump(exclude={"content"}), **parties}

    def quote(self, entry: QuoteEntry) -> Json:
        speaker = self._actors(entry.speaker)
        return {"spans": self._spans(*entry.content), **entry.model_dump(exclude={"content"}), "speaker": speaker}

    def date(self, entry: DateEntry) -> Json:
        return {"spans": self._spans(entry.text), **entry.model_dump(exclude={"text"})}
