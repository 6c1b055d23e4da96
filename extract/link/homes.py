"""Which country an article is about, for those of whom it does not say where they belong.

All places and peoples named tell of a country; those at the head of the article, and its dateline, tell most. An
article about two countries is about neither.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extract.find.actors.names import is_attitude
from extract.find.venues.atlas import Atlas
from extract.find.venues.clues import is_origin
from extract.link.scene import Scene
from extract.parse import given_names
from extract.parse.countries import Countries
from extract.parse.frames import Entity, Mention
from extract.parse.gazetteer import places

SITES = frozenset({"FAC", "ORG"})
AHEAD = 2  # times as much as the next that one country must be told of
SHARE, ALONE = 0.4, 0.8  # of all that is told: of the article's country; of one that its head does not name
CITY, COUNTRY, DATED = 1, 2, 4  # what a city or adjective, a country, the place of the dateline tells
LEAD = 80  # tokens at the head of an article, which tell twice as much
NEAR = 3  # tokens at most from a city to its country: "Lima, Peru"
LARGE = 200_000  # the population from which on a city may name a body: "the Lima Club"


class Homes:
    """The countries that an article speaks of."""

    def __init__(self, scene: Scene, countries: Countries) -> None:
        self.doc = doc = scene.doc
        self._scene = scene
        self._text = doc.text  # spaCy joins it anew each time
        self.atlas = Atlas(doc, countries)
        self._countries = countries
        self._given = {ent[0].text for ent in doc.ents if ent.label_ == "PERSON"}
        self._told = list(self._evidence())
        counts: Counter[str] = Counter()
        for token, code, weight in self._told:
            counts[code] += weight * (2 if token < LEAD else 1)
        self.main = max(counts, key=lambda code: counts[code], default=None)
        self._clear = self._is_clear(counts)

    def _is_clear(self, counts: Counter[str]) -> bool:
        """Whether one country stands out, and the head of the article, where it says what it is about, names it."""
        (_, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        if not most or most < AHEAD * second or most < SHARE * counts.total():
            return False
        led = any(code == self.main and token < LEAD and weight for token, code, weight in self._told)
        return led or most >= ALONE * counts.total()

    @property
    def home(self) -> str | None:
        """The article's own country, if one stands out."""
        return self.main if self._clear else None

    def nearest(self, entity: Entity) -> str | None:
        """The country told of last before somebody, in the same sentence."""
        first = entity.mentions[0].head
        number = bisect_left(self._told, (first, "", 0))
        if not number:
            return None
        token, code, _ = self._told[number - 1]
        return code if self._scene.sentence(token) == self._scene.sentence(first) else None

    def place(self, entity: Entity) -> str | None:
        """The country of a city or region that acts, or that names a body."""
        first = entity.mentions[0]
        if entity.kind == "organization" and first.name is not None:
            party = self._countries.party(entity.name)
            if self.atlas.names(party):
                return party
            return None if any(is_attitude(t) for t in first.span) else self._namesake(entity.name)
        if entity.kind != "government" or first.name is None or self._is_aside(first):
            return None
        found = self.atlas.locate(entity.name)
        return found.country if found is not None else None

    def _evidence(self) -> Iterator[tuple[int, str, int]]:
        """Token, country and weight of all that tells of a country; a city right before its country tells nothing."""
        if self.atlas.dateline is not None:
            yield 0, self.atlas.dateline, DATED
        found = sorted([*self._named(), *self._sites(), *self._prices()])
        for (token, code, weight), (after, other, _) in pairwise([*found, (len(self.doc) + NEAR, "", 0)]):
            contained = other == code and 0 < after - token <= NEAR and self.doc[token + 1].text == ","
            yield token, code, 0 if contained else weight

    def _named(self) -> Iterator[tuple[int, str, int]]:
        for mention in self.doc._.mentions:
            if mention.name is not None and not self._is_aside(mention) and (code := self._code(mention)) is not None:
                whole = mention.acts or self._countries.named(mention.name) is not None
                yield mention.head, code, COUNTRY if whole else CITY

    def _sites(self) -> Iterator[tuple[int, str, int]]:
        """What the buildings and bodies that bear the name of a city tell: "Lima Airport"."""
        for ent in self.doc.ents:
            if ent.label_ in SITES and not is_attitude(ent[0]) and (code := self._namesake(ent.text)) is not None:
                yield ent.root.i, code, CITY

    def _prices(self) -> Iterator[tuple[int, str, int]]:
        """What money tells that only one country has."""
        money = self._countries.money
        for i, word in enumerate(self.doc.to_array("ORTH").tolist()):
            if word in money:
                yield i, money[word], CITY

    def _namesake(self, name: str) -> str | None:
        """The country of the large city that a longer name begins with, where no other country has such a city."""
        first, _, rest = name.removeprefix("the ").partition(" ")
        if not rest or not first.istitle() or given_names.gender(first) is not None:
            return None
        found = dict.fromkeys(p.country for p in places(first) if p.kind == "city" and p.population >= LARGE)
        # last, since it reads the whole text
        return next(iter(found)) if len(found) == 1 and f" {first.lower()}" not in self._text else None

    def _code(self, mention: Mention) -> str | None:
        """The country that a place, a people or the name of a body tells of."""
        name = mention.name or ""
        if mention.kind == "organization":
            within = any(self._countries.code(word) == mention.country for word in name.split())
            return mention.country if within else None
        if mention.country is not None or mention.kind != "government":
            return mention.country if mention.kind != "person" else None
        found = self.atlas.locate(name)
        return found.country if found is not None else None

    def _is_aside(self, mention: Mention) -> bool:
        """Whether a name tells of no country: "pro-Lima", "Brussels", the "Stanley" of Stanley Flores, "from Lima"."""
        first, end, name = mention.span[0], mention.span.end, mention.name or ""
        if is_attitude(first) or name in self._given or self._countries.host(name) is not None:
            return True
        return is_origin(self.doc[mention.head]) or self._is_part(mention, end)

    def _is_part(self, mention: Mention, end: int) -> bool:
        """Whether a name belongs to the word after it: "Lima-based", or the "Sens." that is no town before a name."""
        after = self.doc[end : end + 2]
        if not after or after[0].text == "-":
            return bool(after)
        return mention.kind == "government" and after[after[0].text == "." and len(after) - 1].ent_type_ == "PERSON"
