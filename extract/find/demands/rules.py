"""The rules of the demand finder and the word lists that they draw on."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from pydantic import Field
from spacy.tokens import Token

from extract.parse.rulebook import Rule, rulebook
from extract.records import DemandKind

Construction = Literal[
    "clause",  # demanded that she resign
    "infinitive",  # urged her to resign
    "control",  # demanded to be heard
    "object",  # demanded a vote; called for a vote
    "participle",  # wants the law changed
    "gerund",  # proposed holding a vote
    "bar",  # banned them from entering
    "noun-clause",  # the demand that she resign
    "noun-infinitive",  # an order to leave
    "noun-object",  # calls for a vote
    "noun-attribute",  # the demand is a vote; demands include a vote
    "noun-as",  # set a vote as a condition
    "noun-list",  # three demands: cut the tax, free the port
    "modal",  # "she must resign"
    "impersonal",  # "it is time to act"
    "imperative",  # "Release them"
    "let",  # "let them leave"
    "duty",  # "she has a duty to act"
    "sight",  # wants to see the law changed
    "proviso",  # will not sign unless they leave
    "deadline",  # gave them until May to leave
]
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NAMES_OF_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LAW", "EVENT"})


class DemandsRule(Rule):
    """A construction and the words that ask for something in it."""

    type = "demand"

    construction: Construction
    kind: DemandKind
    cue: list[str] = Field(description="lemmas", default=[])
    particle: list[str] = Field(default=[], description="what links cue and content: for, that, from")
    to: list[str] = Field(default=[], description="prepositions between cue and addressee: on, with")
    mandative: bool = Field(default=False, description="the clause must be subjunctive or hold a modal of necessity")
    party: bool = Field(default=False, description="only somebody can ask: the actor must be a person, group or body")
    first_person: bool = Field(default=False, alias="first-person", description="only I or we ask in these words")
    expletive: list[str] = Field(default=[], description="the empty subject of an impersonal wish: it, there")
    stated: bool = Field(default=False, description="a need, so that the wish is of who states it")
    raised: bool = Field(default=False, description="the noun asks only where somebody stresses or underlines it")
    asked: bool = Field(default=False, description="only somebody can be asked: so must the addressee")
    sure: bool = Field(default=False, description="with an infinitive the verb always asks, whoever its object is")
    gerund: bool = Field(default=False, description="the object may be a gerund: called for closing the plant")
    only: list[str] = Field(default=[], description="lemmas of the only verbs or nouns that make it a demand")
    quoted: bool = Field(default=False, description="only in the speaker's own words, not in a paraphrase")
    thing: bool = Field(default=False, description="the necessity may lie on a thing: the raids must stop")
    act: bool = Field(default=False, description="the noun wanted must name an act")
    apart: list[str] = Field(default=["for"], description="prepositions after which an infinitive is only a purpose")
    but: list[str] = Field(default=[], description="prepositions that make the noun another: a call with")
    unless: list[str] = Field(default=[], description="lemmas that are no act asked for")


class DemandWordsRule(Rule):
    """A list of words, or of their endings, that the demand rules draw on."""

    type = "demand"
    fires: ClassVar[bool] = False

    words: list[str]
    endings: list[str] = Field(default=[])
    without: list[str] = Field(default=[], description="words that have the ending and do not belong here")


class WordList:
    """Whether a word is on a list or has one of its endings; answers are kept."""

    def __init__(self, rules: Iterable[DemandWordsRule]) -> None:
        self._known: dict[str, bool] = {}
        self._endings: tuple[str, ...] = ()
        for rule in rules:
            self._known |= dict.fromkeys(rule.words, True) | dict.fromkeys(rule.without, False)
            self._endings += tuple(rule.endings)

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = bool(self._endings) and word.endswith(self._endings)
        return known


class Words:
    """The word lists by what they are for; a user's `demand.words.parties.mine` adds to `demand.words.parties`."""

    def __init__(self, rules: Iterable[DemandWordsRule]) -> None:
        lists = list(rules)

        def named(name: str) -> WordList:
            return WordList(rule for rule in lists if f"{rule.id}.".startswith(f"demand.words.{name}."))

        self.parties = named("parties")
        self.acts = named("acts")
        self.laws = named("laws")
        self.quantities = named("quantities")
        self.completed = named("completed")
        self.documents = named("documents")
        self.meetings = named("meetings")
        self.heeding = named("heeding")
        self.speeches = named("speeches")
        self.saying = named("saying")
        self.opinions = named("opinions")
        self.purposive = named("purposive")
        self.past = named("past")
        self.summing = named("summing")
        self.under = named("under")
        self.facing = named("facing")
        self.background = named("background")
        self.outside = named("outside")
        self.theories = named("theories")
        self.approaching = named("approaching")
        self.later = named("later")
        self.causing = named("causing")
        self.raising = named("raising")
        self.reasons = named("reasons")
        self.doubtful = named("doubtful")
        self.conditional = named("conditional")
        self.polite = named("polite")
        self.denying = named("denying")
        self.mandative = named("mandative")
        self.emphatic = named("emphatic")
        self.optional = named("optional")
        self.temporal = named("temporal")
        self.withholding = named("withholding")
        self.governing = named("governing")
        self.places = named("places")
        self.nobody = named("nobody")
        self.growing = named("growing")
        self.receiving = named("receiving")
        self.adding = named("adding")
        self.received = named("received")
        self.undergoing = named("undergoing")
        self.sanctions = named("sanctions")
        self.money = named("money")

    def is_party(self, token: Token) -> bool:
        """Whether the token can name somebody who acts."""
        if self.is_law(token):
            return False
        if token.ent_type_ in NAMED or token.pos_ == "PROPN":
            return token.ent_type_ not in NAMES_OF_THINGS
        if token.lower_ == "one":  # "no one", "every one", and not "the one"
            return any(part.dep_ == "det" and part.lower_ in {"no", "every", "any"} for part in token.lefts)
        word = token.lower_ if token.pos_ == "PRON" else token.lemma_.lower()
        return word in self.parties or (self._is_quantity(token, word) and any(map(self.is_party, _counted(token))))

    def _is_quantity(self, token: Token, word: str) -> bool:
        return token.pos_ == "NUM" or word in self.quantities

    def can_ask(self, token: Token) -> bool:
        """Whether the token can name somebody who asks, or the letter or resolution that does."""
        return self.is_party(token) or token.lower_ == "it" or token.lemma_.lower() in self.documents

    def is_nobody(self, token: Token | None) -> bool:
        """Whether the words leave open who it is: "somebody", "no one"."""
        if token is None or token.lower_ in self.nobody:
            return True
        return token.lower_ == "one" and any(part.lower_ in self.denying for part in token.lefts)

    def is_law(self, token: Token) -> bool:
        """Whether the token names a rule, which binds without anybody asking."""
        return token.lemma_.lower() in self.laws

    def is_act(self, noun: Token) -> bool:
        """Whether the noun names something that is done."""
        return noun.lemma_.lower() in self.acts


def _counted(quantity: Token) -> Iterator[Token]:
    """The nouns after "of" in "thousands of residents"."""
    for of in quantity.rights:
        if of.dep_ == "prep" and of.lower_ == "of":
            yield from of.rights


def word_lists(extra: str | None) -> Words:
    """The built-in word lists and the user's.

    Raises:
        RuleError: some list is wrong.
    """
    return Words(rulebook("demand_words", DemandWordsRule, extra))
