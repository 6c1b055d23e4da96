"""When and where: links quotes, demands and venues to the dates and venues of their clauses.

A quote's or demand's date is that of the saying, so that nothing inside what is said or wanted counts.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extract.link.clauses import Clauses, Whereabouts
from extract.link.containment import contain, settle_countries
from extract.parse.frames import Attribution, Directive, Setting, Timex
from extract.parse.rulebook import rulebook
from extract.parse.scenes import SettingsRule

CALENDAR = frozenset({"date", "time"})
VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})

T = TypeVar("T")


@Language.factory("extract_settings_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_settings(nlp: Language, name: str, rules: str | None) -> "Settings":
    """Builds the component; `rules` is a folder of the user's own."""
    words = rulebook("settings", SettingsRule, rules)
    others = frozenset(word for rule in words if rule.role == "other" for word in rule.words)
    return Settings(Clauses(words), Whereabouts(words), others)


class Settings:
    """Completes `date` and `venue` of the frames and `within` of the venues."""

    def __init__(self, times: Clauses, places: Clauses, others: frozenset[str]) -> None:
        self._times = times
        self._places = places
        self._others = others

    def __call__(self, doc: Doc) -> Doc:
        scenes = Scenes(doc, self._times, self._places)
        for venue in doc._.venues:
            venue.date = scenes.date(venue.event.root, ()) if venue.event is not None else None
        _agree(venue for venue in doc._.venues if not self._is_other(venue))
        contain(doc._.venues)
        settle_countries(doc._.venues)
        for quote in doc._.quotes:
            _set_quote(quote, scenes)
        for demand in doc._.demands:
            _set_demand(demand, scenes)
        return doc

    def _is_other(self, venue: Setting) -> bool:
        """Whether a word on its event tells it from another of its kind: "the previous visit"."""
        return venue.event is not None and any(part.lower_ in self._others for part in venue.event.root.lefts)


class Scenes:
    """The dates and venues of a Doc by sentence."""

    def __init__(self, doc: Doc, times: Clauses, places: Clauses) -> None:
        self._times = times
        self._places = places
        self._dates: dict[int, list[tuple[Timex, Span]]] = {}
        self._venues: dict[int, list[tuple[Setting, Span]]] = {}
        for timex in doc._.dates:
            if timex.kind in CALENDAR and timex.value not in VAGUE:
                self._dates.setdefault(_sentence(timex.span.root), []).append((timex, timex.span))
        for setting in doc._.venues:
            self._venues.setdefault(_sentence(setting.span.root), []).append((setting, setting.span))

    def date(self, event: Token, said: Sequence[Span]) -> Timex | None:
        """The date of what the word tells of, outside of what is said."""
        return self._times.closest(event, _outside(self._dates.get(_sentence(event), ()), said))

    def venue(self, event: Token, said: Sequence[Span]) -> Setting | None:
        """The venue of what the word tells of, outside of what is said."""
        return self._places.closest(event, _outside(self._venues.get(_sentence(event), ()), said))


def _sentence(token: Token) -> int:
    """The first word of the token's sentence; 0 in a text without a parse."""
    return token.sent.start if token.doc.has_annotation("SENT_START") else 0


def _outside(found: Iterable[tuple[T, Span]], said: Sequence[Span]) -> list[tuple[T, Span]]:
    return [(thing, span) for thing, span in found if not any(s.start <= span.start < s.end for s in said)]


def _set_quote(quote: Attribution, scenes: Scenes) -> None:
    if quote.cue is not None:
        quote.date = scenes.date(quote.cue.root, quote.content)
        quote.venue = scenes.venue(quote.cue.root, quote.content)


def _set_demand(demand: Directive, scenes: Scenes) -> None:
    """A demand within a quote is made when and where the quote is said, unless its own clause says otherwise."""
    said = [demand.content]
    demand.date = scenes.date(demand.cue.root, said)
    demand.venue = scenes.venue(demand.cue.root, said)
    if demand.quote is not None:
        demand.date = demand.date or demand.quote.date
        demand.venue = demand.venue or demand.quote.venue


def _agree(venues: Iterable[Setting]) -> None:
    """Gives the date of an event to where it is told again without one, if all that date it agree."""
    told: dict[tuple[str, str], list[Setting]] = {}
    for venue in venues:
        if venue.event is not None:
            told.setdefault((venue.name, venue.event.root.lemma_.lower()), []).append(venue)
    for same in told.values():
        dated = [venue.date for venue in same if venue.date is not None]
        if dated and len({timex.value for timex in dated}) == 1:
            for venue in same:
                venue.date = venue.date or dated[0]
