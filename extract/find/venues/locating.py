"""The rules of venues, indexed by how a place hangs on the word that names the event."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from spacy.strings import StringStore
from spacy.tokens import Span, Token

from extract.parse.rulebook import Rule, rulebook

Relation = Literal["locative", "modifier", "target", "motion", "object", "subject"]
Role = Literal[
    "site",
    "ground",
    "institution",
    "mission",
    "area",
    "division",
    "part",
    "direction",
    "international",
    "stative",
    "staging",
    "figurative",
    "introducing",
    "party",
    "reaching",
    "describing",
    "idiom",
    "leading",
    "virtual",
    "placeless",
    "goods",
    "lasting",
    "moving",
    "ruling",
    "office",
    "former",
    "frontier",
]


HYPHEN = "-"
JOINTS = 3  # hyphens in a word, as in "hand-to-hand-fighting"
PLURAL, SINGULAR = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})


class VenuesRule(Rule):
    """An event word with a place.

    Attributes:
        relation: how the place hangs on the event word: by one of the `prepositions` (locative, target, motion),
            in its noun phrase (modifier), as its object or as its subject.
        nouns: lemmas of event nouns.
        verbs: lemmas of event verbs; `["*"]` for every verb but those that name a state.
        plural: whether the nouns name events in the plural, too.
        singular: whether they do in the singular.
        complement: the lemma of the object that makes the verb one of event: "take place".
        sitting: whether a body meets so, whose name then stands for its seat: "a session in the Senate".
        broad: whether it holds for countries and regions, too, of which much is said that is no event.
    """

    type = "venue"

    relation: Relation
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    plural: bool = True
    singular: bool = True
    complement: str | None = None
    sitting: bool = False
    broad: bool = True


class PlacesRule(Rule):
    """A list of words (lemmas) that play a role in the names and descriptions of places."""

    type = "venue"
    fires = False

    role: Role
    words: list[str]


@dataclass(slots=True)
class Lexicon:
    """The rules as hash tables of lemma ids: (relation, preposition or 0, lemma) → rule id."""

    strings: StringStore
    nouns: dict[tuple[str, int, int], str] = field(default_factory=dict)
    verbs: dict[tuple[str, int, int], str] = field(default_factory=dict)
    any_verb: dict[tuple[str, int], str] = field(default_factory=dict)
    roles: dict[str, frozenset[int]] = field(default_factory=dict)
    complements: dict[str, int] = field(default_factory=dict)  # lemma of the object by rule
    numbers: dict[str, frozenset[str]] = field(default_factory=dict)  # tags of nouns that name no event, by rule
    goals: set[str] = field(default_factory=set)  # ids of the rules of trips
    sittings: set[str] = field(default_factory=set)  # ids of the rules of what bodies meet for
    loose: set[str] = field(default_factory=set)  # ids of the rules of every verb
    narrow: set[str] = field(default_factory=set)  # ids of the rules of sites and cities alone
    idioms: set[tuple[int, int]] = field(default_factory=set)  # lemma of the verb and preposition
    tails: set[int] = field(default_factory=set)  # last parts of nouns with hyphens, words of their own in a parse

    def noun(self, relation: Relation, noun: Token, preposition: int = 0) -> str | None:
        """The rule by which a place hangs so on an event noun."""
        rule = self.nouns.get((relation, preposition, word(noun)))
        if rule is None and noun.lemma in self.tails:
            spelled = whole_word(noun)[:-1].text_with_ws.lower() + noun.lemma_
            rule = self.nouns.get((relation, preposition, self.strings[spelled]))
        return None if rule is None or noun.tag_ in self.numbers.get(rule, ()) else rule

    def verb(self, relation: Relation, verb: Token, preposition: int = 0) -> str | None:
        """The rule by which a place hangs so on this very verb, with the object that the rule asks for."""
        rule = self.verbs.get((relation, preposition, word(verb)))
        if rule is not None and (complement := self.complements.get(rule)) is not None:
            return rule if any(part.lemma == complement for part in verb.rights) else None
        return rule

    def figures(self, verb: Token) -> bool:
        """Whether the object of a verb makes a figure of speech of it: "play a role"."""
        return any(part.dep_ == "dobj" and part.lemma in self.roles["figurative"] for part in verb.rights)

    def is_idiom(self, verb: Token, preposition: int) -> bool:
        """Whether a verb and a preposition have a sense of their own together: "call on"."""
        return (verb.lemma, preposition) in self.idioms

    def leads_to_place(self, preposition: int) -> bool:
        """Whether the preposition tells where something happens."""
        return ("locative", preposition) in self.any_verb

    def plays(self, role: Role, token: Token) -> bool:
        """Whether a word is on the list of a role."""
        return word(token) in self.roles[role]


def word(token: Token) -> int:
    """The id by which the lists know a word: the lemma of a common word, the lower-case form of a name."""
    return token.lower if token.pos_ == "PROPN" else token.lemma


def whole_word(token: Token) -> Span:
    """The word with all that hyphens join to it from the left, which are words of their own in a parse: "sit-in"."""
    doc, start = token.doc, token.i
    for _ in range(JOINTS):
        joined = start > 1 and doc[start - 1].text == HYPHEN
        if not joined or doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
            break
        start -= 2
    return doc[start : token.i + 1]


@lru_cache(maxsize=8)
def _rules(extra: str | None) -> tuple[tuple[VenuesRule, ...], tuple[PlacesRule, ...]]:
    return tuple(rulebook("venues", VenuesRule, extra)), tuple(rulebook("places", PlacesRule, extra))


def lexicon(strings: StringStore, extra: str | None = None) -> Lexicon:
    """The rules of venues in the ids of a vocabulary; `extra` is a folder of the user's own.

    Raises:
        RuleError: some rule is wrong.
    """
    venues, places = _rules(extra)
    made = Lexicon(strings)
    for rule in venues:
        if rule.relation == "motion":
            made.goals.add(rule.id)
        if not rule.plural or not rule.singular:
            made.numbers[rule.id] = PLURAL if not rule.plural else SINGULAR
        if "*" in rule.verbs:
            made.loose.add(rule.id)
        if rule.sitting:
            made.sittings.add(rule.id)
        if not rule.broad:
            made.narrow.add(rule.id)
        if rule.complement is not None:
            made.complements[rule.id] = strings.add(rule.complement)
        _index(made, rule, strings)
    for role in get_args(Role):
        listed = (word for rule in places if rule.role == role for word in rule.words)
        made.roles[role] = frozenset(_ids(strings, listed))
    made.idioms = _idioms(strings, places)
    return made


def _index(made: Lexicon, rule: VenuesRule, strings: StringStore) -> None:
    """Enters the event words of a rule under each of its prepositions; an earlier rule goes before a later one."""
    made.tails.update(_ids(strings, (noun.rpartition(HYPHEN)[2] for noun in rule.nouns if HYPHEN in noun)))
    for preposition in _ids(strings, rule.prepositions) or [0]:
        for noun in _ids(strings, rule.nouns):
            made.nouns.setdefault((rule.relation, preposition, noun), rule.id)
        for verb in rule.verbs:
            if verb == "*":
                made.any_verb.setdefault((rule.relation, preposition), rule.id)
            else:
                made.verbs.setdefault((rule.relation, preposition, strings.add(verb)), rule.id)


def _idioms(strings: StringStore, rules: Iterable[PlacesRule]) -> set[tuple[int, int]]:
    """The ids of the verbs and prepositions of the idioms."""
    pairs = (idiom.split() for rule in rules if rule.role == "idiom" for idiom in rule.words)
    return {(strings.add(verb), strings.add(preposition)) for verb, preposition in pairs}


def _ids(strings: StringStore, words: Iterable[str]) -> list[int]:
    return [strings.add(word) for word in words]
