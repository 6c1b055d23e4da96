"""Finds where events happen: `doc._.venues`, one Setting a place and event."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from extract.find.venues.ascent import Ascent
from extract.find.venues.atlas import Atlas, Location
from extract.find.venues.geocoding import Geocoder
from extract.find.venues.happenings import Happening
from extract.find.venues.locating import Lexicon, VenuesRule, lexicon, whole_word
from extract.find.venues.metonymy import Metonymy
from extract.find.venues.places import PLACES, PlaceMention
from extract.find.venues.sites import SiteFinder
from extract.find.venues.toponyms import ToponymFinder
from extract.parse.countries import Countries, load_countries
from extract.parse.frames import Setting, mark
from extract.parse.syntax import subject

PEOPLE = frozenset({"PERSON", "NORP"})
SEATED = frozenset({"at", "inside", "near", "outside"})
LONGEST_ACRONYM = 4
BROAD = frozenset({"country", "region", "area"})

__all__ = ["Venues", "VenuesRule", "make_venues"]


@Language.factory("extract_venues_v1", assigns=["doc.spans"], default_config={"rules": None})
def make_venues(nlp: Language, name: str, rules: str | None) -> "Venues":
    """Builds the component; `rules` is a folder of the user's own."""
    return Venues(lexicon(nlp.vocab.strings, rules), load_countries(rules))


class Venues:
    """Marks the places of events. Reads the parse and `doc.ents`."""

    def __init__(self, words: Lexicon, countries: Countries) -> None:
        self._words = words
        self._countries = countries
        self._sites = SiteFinder(words)
        self._toponyms = ToponymFinder(words)
        self._metonymy = Metonymy(words)

    def _is_goal(self, happening: Happening) -> bool:
        """Whether somebody goes to the place: a case goes to a court, but only people go to see it."""
        if happening.rule not in self._words.goals:
            return False
        event = happening.event
        return event.pos_ == "NOUN" or ((mover := subject(event)) is not None and _is_person(mover))

    def _is_stage(self, head: Token, happening: Happening) -> bool:
        """Whether what a word of event says is at an organisation's seat: "a rally at the Secretariat"."""
        if happening.rule in self._words.sittings:
            return True
        return head.dep_ == "pobj" and head.head.lower_ in SEATED and happening.rule not in self._words.loose

    def _beside(self, head: Token, atlas: Atlas) -> str | None:
        """The country by the words on a place, but not by those on an embassy, which lies elsewhere."""
        return atlas.beside(head) if not self._words.plays("mission", head) else None

    def __call__(self, doc: Doc) -> Doc:
        mentions = self._places(doc)
        doc._.venues = list(self._settings(doc, mentions)) if mentions else []
        mark(doc, "venues", ((setting.span, setting.rule) for setting in doc._.venues))
        return doc

    def _places(self, doc: Doc) -> list[PlaceMention]:
        """All that may be a place, in the order of the text; a name in that of a site is no place of its own."""
        found = list(self._sites.mentions(doc))
        taken = {i for site in found for i in range(site.span.start, site.span.end)}
        found.extend(name for name in self._toponyms.mentions(doc) if name.head.i not in taken)
        return sorted(found, key=lambda mention: mention.span.start)

    def _settings(self, doc: Doc, mentions: list[PlaceMention]) -> Iterator[Setting]:
        atlas = Atlas(doc, self._countries, self._words.roles["mission"])
        geocoder = Geocoder(self._words, atlas, mentions)
        located = [(mention, geocoder.location(number)) for number, mention in enumerate(mentions)]
        ascent = Ascent(self._words, frozenset(m.head.i for m, where in located if where.kind not in BROAD))
        for mention, location in located:
            if _is_acronym(mention, location) or _renames(mention.head) or self._metonymy.is_metonymic(mention.head):
                continue
            happening = ascent.event_of(mention.head, broad=location.kind in BROAD)
            if happening is not None and (
                mention.firm or self._is_goal(happening) or self._is_stage(mention.head, happening)
            ):
                yield _setting(mention, happening, location, self._beside(mention.head, atlas))


def _renames(head: Token) -> bool:
    """Whether a description calls a place by another word: "Jaén, the largest town of the north", "her first stop"."""
    if head.dep_ != "appos" or head.pos_ != "NOUN" or head.head.ent_type_ not in PLACES:
        return False
    return any(part.dep_ == "det" or part.tag_ == "PRP$" for part in head.lefts)


def _is_acronym(mention: PlaceMention, location: Location) -> bool:
    """Whether a name in capitals that no list of places has is that of a body or a thing: "outside the VA"."""
    name = mention.span.text
    unknown = mention.sort == "name" and location.kind == "city" and location.latitude is None
    return unknown and len(name) <= LONGEST_ACRONYM and name.isupper()


def _is_person(token: Token) -> bool:
    return token.ent_type_ in PEOPLE or (token.pos_ == "PRON" and token.lower_ not in {"it", "that", "this", "which"})


def _setting(mention: PlaceMention, happening: Happening, location: Location, beside: str | None) -> Setting:
    return Setting(
        span=mention.span,
        event=whole_word(happening.event),
        rule=happening.rule,
        name=mention.span.text,
        kind=location.kind,
        international=location.international,
        beside=beside,
        country=location.country,
        latitude=location.latitude,
        longitude=location.longitude,
        division=location.division,
    )
