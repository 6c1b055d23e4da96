"""The words that attribute: which rule of `rules/quotes.toml` a word of the text answers to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from extract.parse.rulebook import Rule

WordClass = Literal["verb", "noun", "adjective", "preposition", "last"]
Frame = Literal[
    "quotation",
    "clause",
    "rest",
    "infinitive",
    "gerund",
    "request",
    "object",
    "predicate",
    "regard",
    "finding",
    "preposition",
    "passive",
    "held",
    "closed",
]
Sign = Literal["other-verb", "dash", "colon", "headline", "transcript", "continued"]
# the coarse tags under which taggers file each class of cue; nouns are tried on VERB too ("claims that")
_TAGS: dict[WordClass, frozenset[str]] = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
    "preposition": frozenset({"VERB", "ADP", "SCONJ", "ADV", "ADJ"}),
    "last": frozenset({"VERB", "NOUN"}),  # the last word of a sentence: "court records show"
}
_ATTRIBUTIVE = frozenset({"amod", "compound"})


class QuotesRule(Rule):
    """Cue words of one class that take their content in the same ways."""

    type: ClassVar[str] = "quote"

    word: WordClass = Field(default="verb", description="class of the cue")
    cue: list[str] = Field(default=[], description="lemmas")
    form: list[str] = Field(default=[], description="word forms, for those whose lemma taggers get wrong")
    frame: list[Frame] = Field(default=[], description="where the content stands, the likeliest first")
    preposition: list[str] = Field(default=[], description="what governs the content in the frames that have one")
    only: list[str] = Field(default=[], description="words of which one is governed by the cue: a poll, a study")
    particle: list[str] = Field(default=[], description="particles of which the verb has one: lay out")
    unless: list[str] = Field(
        default=[],
        description="words that, governed by the cue, say nothing: a plan, a rule; subjects that nobody is meant by",
    )
    sign: Sign | None = Field(default=None, description="what print, instead of a word, shows the attribution")
    least: int = Field(
        default=1, description="words that the content has at least, if none of them is in quotation marks"
    )
    nests: bool = Field(default=False, description="is a record of its own also in the content of another attribution")
    owned: bool = Field(
        default=False, description='a pronoun in reported speech is the speaker: "she said she felt …" is one statement'
    )
    vehicle: list[str] = Field(default=[], description="nouns for texts that speak for those who issue them")
    facing: list[str] = Field(default=[], description="verbs whose object is a statement of others: deny")
    conditional: bool = Field(default=False, description='a clause that begins with "if" is what is said or asked')
    hearer: bool = Field(default=False, description="the object is the addressee")
    subject: list[str] = Field(default=[], description="nouns of which the subject is one: a poll, a court")
    asserted: bool = Field(default=False, description="the cue is the predicate of a main clause, with a subject")
    possessed: bool = Field(default=False, description='what is governed has a possessor, who speaks: "in her view"')
    told: bool = Field(default=False, description='the subject is the addressee: "the court heard that …"')


@dataclass(slots=True, frozen=True)
class Cue:
    """A word of the text and the rule that knows it."""

    token: Token
    rule: QuotesRule

    def takes(self, frame: Frame) -> bool:
        """Whether the content may stand in this frame."""
        return frame in self.rule.frame


def signs(rules: Iterable[QuotesRule]) -> dict[Sign, QuotesRule]:
    """The rules for attributions that print shows, by sign; the built-in rules have one for each."""
    return {rule.sign: rule for rule in rules if rule.sign is not None}


def voice(verb: Token) -> Token | None:
    """The verb of saying that one like "quote" hands somebody's words over to: "was quoted as saying"."""
    said = (part for as_ in verb.rights if as_.dep_ == "prep" and as_.lower_ == "as" for part in as_.rights)
    return next((part for part in said if part.dep_ == "pcomp" and part.tag_ == "VBG"), None)


class Lexicon:
    """The cue words of all rules by lemma and form, as numbers of the vocabulary."""

    def __init__(self, vocab: Vocab, rules: Iterable[QuotesRule]) -> None:
        self._lemmas: dict[int, list[QuotesRule]] = {}
        self._forms: dict[int, list[QuotesRule]] = {}
        for rule in rules:
            for words, table in ((rule.cue, self._lemmas), (rule.form, self._forms)):
                for word in words:
                    table.setdefault(vocab.strings.add(word), []).append(rule)

    def cues(self, doc: Doc) -> list[Cue]:
        """The cues of a text in order; a word that several rules know is several cues, in the order of the rules."""
        words = doc.to_array(["LEMMA", "LOWER"]).reshape(-1, 2).tolist()
        known = (i for i, (lemma, form) in enumerate(words) if lemma in self._lemmas or form in self._forms)
        return [cue for i in known for cue in self._readings(doc[i])]

    def _readings(self, token: Token) -> list[Cue]:
        if token.dep_ in _ATTRIBUTIVE:
            return []  # "the alleged theft", "a tweet storm"
        rules = (*self._forms.get(token.lower, ()), *self._lemmas.get(token.lemma, ()))
        tag = token.pos_
        return [Cue(token, rule) for rule in rules if tag in _TAGS[rule.word] and _is_whole(token, rule)]


def _is_whole(verb: Token, rule: QuotesRule) -> bool:
    """Whether a verb has one of the particles or objects that its rule asks for: "lay out", "put it"."""
    if rule.particle and not any(t.dep_ == "prt" and t.lower_ in rule.particle for t in verb.rights):
        return False
    return not rule.only or rule.word != "verb" or any(t.dep_ == "dobj" and t.lower_ in rule.only for t in verb.rights)
