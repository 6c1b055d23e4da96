"""The words by which people, bodies and their deeds are known, from `actors.toml` and `reference.toml`."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, Literal

from spacy.strings import get_string_id
from spacy.tokens import Token

from extract.parse.rulebook import Rule, rulebook
from extract.records import ActorKind

PRONOUNS = ("pronoun", "speaker")
Role = Literal[
    "honorific",
    "rank",
    "vague",
    "adding",
    "share",
    "military",
    "deputy",
    "amount",
    "either",
    "relation",
    "aged",
    "identify",
    "based",
    "regime",
    "other office name",
    "pronoun",
    "speaker",
    "undergo",
    "weak",
    "address",
    "choose",
    "deed",
    "generic",
    "body",
    "definite",
    "harm",
    "encounter",
    "international",
    "given",
    "attitude",
    "anywhere",
    "any",
    "sum",
    "called",
    "serve",
    "quantity",
    "sex",
    "body part",
    "spokesman",
    "sign",
    "game",
    "official body",
    "office",
    "press",
    "outlet",
    "wing",
    "side",
    "alike",
    "business",
    "trade",
]


class ActorsRule(Rule):
    """Who may act: entities with one of the `labels`, nouns (lemmas), or, with `speaks`, any phrase that speaks."""

    type = "actor"

    kind: ActorKind
    labels: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    speaks: bool = False


class ReferenceRule(Rule):
    """A word list that the finding and linking of actors draw on."""

    type = "actor"
    fires: ClassVar[bool] = False

    role: Role
    words: list[str]
    gender: Literal["m", "f", "n"] | None = None
    noun: str | None = None
    plural: bool | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules by what they match: entity labels, nouns, words by role; `ids`, `pronouns`, `games` by string id."""

    labels: dict[str, ActorsRule] = field(default_factory=dict)
    nouns: dict[str, ActorsRule] = field(default_factory=dict)
    ids: dict[int, ActorsRule] = field(default_factory=dict)
    pronouns: dict[int, ReferenceRule] = field(default_factory=dict)
    games: frozenset[int] = frozenset()
    speaker: ActorsRule | None = None
    words: dict[str, dict[str, ReferenceRule]] = field(default_factory=dict)

    def sex(self, noun: Token) -> str | None:
        """The gender that a noun or its adjective shows: "waitress", "widower", "female driver"."""
        words = self.words["sex"]
        adjectives = noun.lefts if noun.lower_ in self.nouns else ()
        shown = words.get(noun.lower_) or next(
            (words[t.lower_] for t in adjectives if t.lower_ in words and t.dep_ in {"amod", "compound"}), None
        )
        return shown.gender if shown is not None else None


@lru_cache(maxsize=8)
def load_lexicon(extra: str | None = None) -> Lexicon:
    """The words of the built-in rules and of those in the user's folder `extra`.

    Raises:
        RuleError: `actors.toml` or `reference.toml` is wrong.
    """
    actors = rulebook("actors", ActorsRule, extra)
    words: dict[str, dict[str, ReferenceRule]] = {}
    for rule in rulebook("reference", ReferenceRule, extra):
        words.setdefault(rule.role, {}).update(dict.fromkeys(rule.words, rule))
    nouns = {noun: rule for rule in reversed(actors) for noun in rule.nouns}
    return Lexicon(
        labels={label: rule for rule in actors for label in rule.labels},
        nouns=nouns,
        ids={get_string_id(noun): rule for noun, rule in nouns.items()},
        pronouns={get_string_id(word): rule for role in PRONOUNS for word, rule in words.get(role, {}).items()},
        games=frozenset(get_string_id(word) for word in words.get("game", ())),
        speaker=next((rule for rule in actors if rule.speaks), None),
        words=words,
    )
