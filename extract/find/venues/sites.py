"""Finds sites that the text singles out, by a name, an article, an owner or a number: "the port of Callao"."""

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Span, Token

from extract.find.venues.locating import Lexicon, Role, word
from extract.find.venues.metonymy import where_clause
from extract.find.venues.namesakes import NOTED
from extract.find.venues.places import NAMES, PLACES, PlaceMention, Sort, stripped
from extract.parse.gazetteer import places

PREMODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
SITES: tuple[Role, ...] = ("site", "ground", "institution")
AREAS: tuple[Role, ...] = ("area", "division")
LONGEST = 4  # words of a name after its kind
ROADS = frozenset({"Xd", "Xdd", "Xddd", "X-d", "X-dd", "X-ddd"})  # shapes of the numbers of roads: A59, I-95
AT = frozenset({"at", "in", "inside", "near", "outside"})
OWNED = frozenset({"of"})
PARTED = frozenset({"between", "with"})  # lead from a border to whom it parts
ALONG = frozenset({"along", "off", "on"})
NAMING = frozenset({"NOUN", "PROPN", "PART", "ADJ", "PUNCT"})
NOUNS = frozenset({"NOUN", "PROPN"})


class SiteFinder:
    """Finds buildings and grounds, and parts of countries and cities that are called by their kind."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words
        self._heads = frozenset[int]().union(*(words.roles[role] for role in SITES + AREAS))
        shapes = {words.strings.add(shape) for shape in ROADS}
        self._head_ids = np.array(sorted(self._heads | shapes), dtype=np.uint64)

    def mentions(self, doc: Doc) -> Iterator[PlaceMention]:
        """The sites, in the order of the text, each with the names that it is compounded with."""
        last: PlaceMention | None = None
        for site in self._each(doc):
            if last is not None and site.span.start > last.span.start:
                yield last  # "the island's gardens" are one site
            last = site
        if last is not None:
            yield last

    def _each(self, doc: Doc) -> Iterator[PlaceMention]:
        """The sites by their last words; the owner of one may be another."""
        listed = np.isin(doc.to_array(["LEMMA", "LOWER", "SHAPE"]), self._head_ids).any(axis=1)
        end = 0
        for i in np.flatnonzero(listed).tolist():
            if i < end:
                continue  # "Camp Court" is one site
            if word(token := doc[i]) in self._heads:
                if (site := self._site(token)) is not None:
                    end = site.span.end
                    yield site
            elif _is_road(token):
                yield PlaceMention(doc[i : i + 1], token, "site")

    def _site(self, token: Token) -> PlaceMention | None:
        """The phrase of a site noun if the text singles the site out: by name, article, owner or number."""
        if token.pos_ not in NOUNS:
            return None
        if token.pos_ == "PROPN" and self._words.plays("leading", token) and (name := _after_kind(token)) is not None:
            return self._called_after(token.doc[token.i : name.i + 1], name)
        if _inside_name(token) or _is_person(token) or any(self._words.plays("virtual", part) for part in token.lefts):
            return None
        start, singled, owned = _left_part(token)
        owners = NAMES | {"NORP"} if self._words.plays("frontier", token) else NAMES  # "the Peruvian border"
        named = any(t.ent_type_ in owners for t in token.doc[start : token.i + 1])
        if not named and self._is_area(token) and any(part.lower_ == "of" for part in token.rights):
            return None  # "the city of Lima" is the place of its name
        end, complemented = self._complement(token)
        if complemented and self._words.plays("frontier", token):
            start = min([start, *(part.left_edge.i for part in token.lefts if part.dep_ == "poss")])
        singled = (self._may_lack_name(token) and (singled or _placed(token))) or self._is_told_of(token)
        if not (named or complemented or singled or (owned and not self._is_area(token))):
            return None
        sort: Sort = "area" if self._is_area(token) else "site"
        return PlaceMention(stripped(token.doc[start:end]), token, sort, firm=self._is_firm(token))

    def _called_after(self, span: Span, name: Token) -> PlaceMention | None:
        """A site whose name begins with its kind; none for the name of a large town: "Port Louis"."""
        if any(place.population >= NOTED for place in places(span.text)):
            return None
        return PlaceMention(span, name, "area" if self._is_area(span[0]) else "site")

    def _is_firm(self, token: Token) -> bool:
        """Whether a site is meant, and not the people of an institution."""
        if token.ent_type_ != "ORG" or not self._words.plays("institution", token):
            return True
        if token.dep_ == "dobj":
            return self._words.verb("object", token.head) is not None
        return token.dep_ == "pobj" and token.head.lower_ in AT

    def _is_area(self, token: Token) -> bool:
        return any(self._words.plays(role, token) for role in AREAS)

    def _may_lack_name(self, token: Token) -> bool:
        called = self._words.plays("institution", token) and token.i > 0 and token.nbor(-1).dep_ == "compound"
        return called or self._words.plays("site", token)

    def _is_told_of(self, token: Token) -> bool:
        """Whether a clause singles out one ground: "the house where he was shot"."""
        return token.tag_ == "NN" and not self._is_area(token) and where_clause(token) is not None

    def _complement(self, token: Token) -> tuple[int, bool]:
        """The end of the site's phrase with a name after it: "the port of Callao", "the border with Chile"."""
        frontier = self._words.plays("frontier", token)
        if self._is_area(token) and not frontier:
            return token.i + 1, False
        after = token.nbor() if token.i + 1 < len(token.doc) else token
        if after.head.i == token.i and after.lower_ in (PARTED if frontier else OWNED):
            for noun in after.rights:
                if noun.dep_ == "pobj" and noun.ent_type_ in NAMES:
                    return max(part.i for part in (noun, *(noun.conjuncts if frontier else ()))) + 1, True
        return token.i + 1, False


def _is_road(token: Token) -> bool:
    """Whether a number of this shape is a road's: "on the A59"."""
    on_it = token.dep_ == "pobj" and token.head.lower_ in ALONG
    return on_it and token.shape_ in ROADS and token.ent_type_ not in {"ORG", "DATE", "TIME", "MONEY"}


def _after_kind(token: Token) -> Token | None:
    """The last word of a name that begins with its kind: "Hotel Miraflor", "Lake Titicaca"."""
    name = token.head
    begins = token.i == name.left_edge.i or token.nbor(-1).pos_ != "PROPN"
    if token.dep_ == "compound" and name.pos_ == "PROPN" and 0 < name.i - token.i <= LONGEST and begins:
        return name if not any(t.pos_ != "PROPN" for t in token.doc[token.i : name.i]) else None
    return None


def _is_person(token: Token) -> bool:
    """Whether the last word of a person's name is that of a site: "alongside Ana Temple"."""
    return token.ent_type_ == "PERSON" and (token.dep_ != "pobj" or token.head.lower_ not in AT | {"on", "to"})


def _inside_name(token: Token) -> bool:
    """Whether the word is not all of its phrase: "the school board", the end of "Callao College and Hospital"."""
    if token.ent_iob_ == "I" and token.nbor(-1).pos_ == "CCONJ":
        return True
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if follower is None:
        return False
    if token.ent_type_ and follower.ent_iob_ == "I":
        return follower.tag_ != "POS"
    return token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i


def _left_part(token: Token) -> tuple[int, bool, bool]:
    """Where the phrase of a site noun begins, whether article, number or owner single the site out, and an owner."""
    start, singled, owned, counted = token.i, False, False, False
    for part in token.lefts:
        if part.dep_ == "det":
            singled |= part.lower_ in {"the", "this", "that"}
        elif part.dep_ in PREMODIFIERS:
            if part.dep_ != "poss" or part.ent_type_ not in PLACES:
                start = min(start, part.left_edge.i)
            national = part.ent_type_ == "NORP" and token.tag_ == "NN"  # "German consulate", as in headlines
            singled |= national or part.dep_ == "nummod"
            owned |= part.dep_ == "poss" and part.lower_ not in {"their", "our", "your"}
            counted |= part.ent_type_ == "ORDINAL"
    while token.ent_type_ in PLACES and token.doc[start].ent_iob_ == "I" and token.doc[start - 1].pos_ in NAMING:
        start -= 1
    commas = (t.i + 1 for t in token.doc[start : token.i] if t.is_punct and t.text != "-")
    owned &= not counted  # "her first stop"
    return max(commas, default=start), singled or owned, owned


def _placed(token: Token) -> bool:
    """Whether the name of a place follows: "a school in Cali"."""
    after = token.doc[token.i + 1 : token.i + 4]
    if not after or after[0].lower_ not in {"in", "near", "outside", "on"}:
        return False
    return any(word.ent_type_ in PLACES for word in after[1:])
