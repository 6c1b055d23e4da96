"""The cast of an article: its entities, made as they are first mentioned and found again by name or description."""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Span, Token

from extract.find.actors.lexicon import Lexicon
from extract.link.known import NEAR, Bodies, Known, Names, Persons
from extract.parse.countries import Countries
from extract.parse.frames import Entity, Mention

DEFINITE = frozenset({"the", "these", "those"})
ANOTHER = frozenset({"another"})
NUMERAL = "NUM"
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
UNLISTED = "actor.speaker"  # a name that nobody knows the kind of


class Traits(NamedTuple):
    """What a description says beside its noun: content words, how many there are, and whose they are."""

    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    owner: Entity | None = None

    def fit(self, other: "Traits") -> bool:
        """Whether somebody described like the other may be described like this, in fewer words."""
        if self.owner is not None and other.owner is not None:
            return self.owner is other.owner
        return self.words <= other.words and (not other.numbers or self.numbers <= other.numbers)


class Cast:
    """All entities of one article so far."""

    def __init__(self, countries: Countries, lexicon: Lexicon) -> None:
        self.entities: list[Entity] = []
        self._lexicon = lexicon
        self._countries = countries
        self._persons = Persons()
        self._bodies = Bodies(countries.demonym, countries.named)
        self._known: dict[int, Known] = {}
        self._governments: dict[str, Entity] = {}
        self._described: dict[str, list[tuple[Entity, Traits]]] = {}

    def name(self, mention: Mention) -> Entity:
        """The entity that a name names, made if new; the mention joins it."""
        if mention.kind in {"person", "organization"}:
            return self._known_by_name(mention, self._persons if mention.kind == "person" else self._bodies)
        key = self._key(mention)
        entity = self._governments.get(key) or self._governments.setdefault(key, self.new(mention))
        return self.join(entity, mention)

    def body(self, name: str) -> Entity | None:
        """The organisation or government that bears just this name, if mentioned."""
        known = self._bodies.called(name)
        return known.entity if known is not None else self._governments.get(self._countries.named(name) or "")

    def bodies(self, noun: str) -> list[Entity]:
        """The organisations with the noun in their names."""
        return self._bodies.having(noun)

    def also(self, entity: Entity, mention: Mention) -> None:
        """Lets somebody be called by another name: the acronym in brackets, the name that he or she goes by."""
        known = self._known.get(id(entity))
        if known is not None:
            (self._persons if entity.kind == "person" else self._bodies).add(known, mention)
        self.join(entity, mention)

    def government(self, country: str) -> Entity | None:
        """The government of a country, if mentioned."""
        return self._governments.get(country)

    def describe(self, mention: Mention, owner: Entity | None = None) -> Entity:
        """The entity described in the same way or, if definite, a like one; or a new one. The mention joins it."""
        head, said = mention.span.doc[mention.head], traits(mention, owner)
        nouns = [head.lemma_.lower()]
        if any(t.lower_ in DEFINITE for t in head.lefts):
            nouns.extend(self._alike(nouns))
        if any(t.lower_ in self._lexicon.words["sum"] or t.lower_ in ANOTHER for t in head.lefts):
            return self.join(self.new(mention, owner), mention)
        described = (pair for noun in nouns for pair in reversed(self._described.get(noun, [])[-NEAR:]))
        entity = next((e for e, others in described if said.fit(others) and is_as_many(mention, e)), None)
        return self.join(entity or self.new(mention, owner), mention)

    def _alike(self, words: Iterable[str]) -> list[str]:
        """What those are filed under who may be called by some of the words: "the demonstrators", "the strikers"."""
        known = self._lexicon.words["alike"]
        return [known[word].id for word in words if word in known]

    def new(self, mention: Mention, owner: Entity | None = None) -> Entity:
        """A new entity with the properties of its first mention; `owner` is whose it is."""
        entity = Entity(
            name=mention.name or core(mention),
            kind=mention.kind or "person",
            rule=mention.rule,
            unnamed=mention.unnamed,
        )
        self.entities.append(entity)
        if mention.name is None:
            head, said = mention.span.doc[mention.head].lemma_.lower(), traits(mention, owner)
            for noun in dict.fromkeys((head, *self._alike([head, *sorted(said.words)]))):
                self._described.setdefault(noun, []).append((entity, said))
        return entity

    def join(self, entity: Entity, mention: Mention) -> Entity:
        """Adds a mention to an entity, which learns from it."""
        entity.mentions.append(mention)
        mention.entity = entity
        entity.acts |= mention.acts and (mention.kind is not None or mention.gender in {"m", "f"})
        entity.role = entity.role or mention.role
        if mention.name is not None or entity.name not in self._lexicon.words["international"]:
            entity.country = entity.country or mention.country  # "the Washington-based lender" is at home nowhere
        return entity

    def genders(self, entity: Entity) -> set[str]:
        """The genders that the names and titles of an entity show."""
        known = self._known.get(id(entity))
        return known.genders if known is not None else {m.gender for m in entity.mentions if m.gender in {"m", "f"}}

    def learn_gender(self, entity: Entity, gender: str | None) -> None:
        """Takes from a pronoun the gender of somebody whose name does not tell it."""
        known = self._known.get(id(entity))
        if known is not None and gender in {"m", "f"}:
            known.genders.add(gender)

    def unlearn_gender(self, entity: Entity, gender: str) -> None:
        """Takes the gender that the article itself tells for that which a name seemed to show."""
        known = self._known.get(id(entity))
        if known is not None:
            known.genders.clear()
            known.genders.add(gender)

    def _known_by_name(self, mention: Mention, names: Names) -> Entity:
        known = names.find(mention)
        if known is None and mention.rule == UNLISTED:
            known = self._bodies.find(mention)
        if known is None:
            entity = self.new(mention)
            known = self._known[id(entity)] = Known(entity, ())
        names.add(known, mention)
        if mention.name is not None and len(mention.name) > len(known.entity.name):
            known.entity.name = mention.name
        return self.join(known.entity, mention)

    def _key(self, mention: Mention) -> str:
        name = mention.name or mention.span.text
        code = self._countries.named(name)
        if code is None and mention.acts and self._countries.host(name) is None:
            code = self._countries.capital(name) or self._countries.seat(name)
        return code or name.casefold()


def is_as_many(mention: Mention, entity: Entity) -> bool:
    """Whether both are one, or both several: "all parties" are not "the party"; a body may be named either way."""
    return mention.kind == entity.kind == "organization" or bool(mention.plural) == bool(entity.mentions[0].plural)


def uncounted(mention: Mention) -> Span:
    """The phrase of a description up to its noun, without how many there are: "voters" of "most of the voters"."""
    doc, of = mention.span.doc, mention.span.doc[mention.head].head
    counted = of.lower_ == "of" and mention.span.start < of.i < mention.head
    return doc[of.i + 1 if counted else mention.span.start : mention.head + 1]


def traits(mention: Mention, owner: Entity | None) -> Traits:
    """What a description says beside its noun."""
    whose = next((t for t in mention.span.doc[mention.head].lefts if t.dep_ == "poss"), None)
    first = whose.right_edge.i + 1 if owner is not None and whose is not None else 0
    words = [*uncounted(mention)[:-1], *mention.span.doc[mention.head + 1 : mention.span.end]]
    words = [t for t in words if t.i >= first]
    return Traits(
        frozenset(t.lemma_.lower() for t in words if t.pos_ in CONTENT),
        frozenset(t.lower_ for t in words if t.pos_ == NUMERAL),
        owner,
    )


def core(mention: Mention) -> str:
    """A description without article and number and what follows its noun: "voters" for "most of the voters of Lima"."""
    words = list(uncounted(mention))
    while len(words) > 1 and (words[0].dep_ == "det" or words[0].tag_ == "WP$" or is_blank(words[0])):
        words = words[1:]
    return mention.span.doc[words[0].i : mention.head + 1].text if words else mention.span.text


def is_blank(token: Token) -> bool:
    """Whether a token is no word: punctuation or white space."""
    return token.is_punct or token.is_space
