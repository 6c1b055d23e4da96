"""The vocabulary of time: which words and figures mean something in a time expression, and what.

Every known word, and every shape of figure, has a one-character code; a text becomes a string of codes,
one a token, that regular expressions can search (`grammar`). `OTHER` stands for all other tokens.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from pydantic import Field, model_validator
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from extract.parse.expressions import Expression, limited
from extract.parse.rulebook import Rule

OTHER = "\n"
_FIRST_CODE = 0xE000  # the private use area: no code means anything to a regular expression
_LONGEST_FIGURE = 24  # no longer token is a date


class TimeWords(Rule):
    """A list of words, a shape of figures, or a phrase made of those; patterns call it by its name in capitals.

    `words`: what they stand for → the words, in lower case, several tokens apart by spaces. `shape`: a regular
    expression for a whole token. `pattern`: as in `DatesRule`; one that `blocks` takes words that only look like a time
    from the rules. `capital`: only where written with a capital.
    `never`: Penn Treebank tags under which the words mean something else.
    """

    type = "date"
    fires = False

    words: dict[str, list[str]] = Field(default_factory=dict)
    shape: str | None = None
    pattern: str | None = None
    blocks: bool = False
    capital: bool = False
    never: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_kind(self) -> "TimeWords":
        if sum((bool(self.words), self.shape is not None, self.pattern is not None)) != 1:
            raise ValueError("give one of words, shape and pattern")
        try:
            re.compile(self.shape or "")
        except re.error as error:
            raise ValueError(f"shape: {error}") from None
        return self

    @property
    def name(self) -> str:
        """How patterns call it: the last part of the id in capitals."""
        return self.id.rpartition(".")[2].upper()


def _expression(shape: str, rule: TimeWords) -> Expression:
    if rule.own:
        return limited(shape, f"timewords.toml: rule {rule.id!r}: shape", f"{shape}1", _LONGEST_FIGURE, re.IGNORECASE)
    return re.compile(shape, re.IGNORECASE)


class Vocabulary:
    """Codes for words and shapes, and what the words stand for."""

    def __init__(self, lists: Iterable[TimeWords]) -> None:
        self._codes: dict[str, str] = {}
        self._capital: dict[str, bool] = {}
        self._never: dict[str, frozenset[str]] = {}
        self._meanings: dict[str, dict[str, str]] = {}
        self._shapes: list[tuple[Expression, str]] = []
        self._sources: dict[str, str] = {}
        for entry in lists:
            self._add(entry)
        self._figureless: set[int] = set()  # shapes of words
        self._shape_code = lru_cache(maxsize=20_000)(self._classify)

    def _add(self, entry: TimeWords) -> None:
        if entry.shape is not None:
            self._shapes.append((_expression(entry.shape, entry), self.code(f"\0{entry.name}")))
            self._sources[entry.name] = self.code(f"\0{entry.name}")
        elif entry.words:
            meanings = {word: value for value, words in entry.words.items() for word in words}
            self._meanings[entry.name] = meanings
            self._sources[entry.name] = "|".join(self._literal(w) for w in sorted(meanings, key=len, reverse=True))
            for word in (part for phrase in meanings for part in phrase.split()):
                self._restrict(word, entry)

    def _restrict(self, word: str, entry: TimeWords) -> None:
        """A word of several lists is held only to what all of them ask."""
        self._capital[word] = entry.capital and self._capital.get(word, True)
        never = frozenset(entry.never)
        self._never[word] = never & self._never.get(word, never)

    @property
    def codes(self) -> Iterable[str]:
        """All codes given out so far."""
        return self._codes.values()

    def code(self, word: str) -> str:
        """The code of a word, a new one if it is unknown."""
        return self._codes.setdefault(word, chr(_FIRST_CODE + len(self._codes)))

    def literal(self, word: str) -> str:
        """The code of a word that a pattern itself spells out: it is known however it is written."""
        self._capital[word] = False
        self._never[word] = frozenset()
        return self.code(word)

    def _literal(self, phrase: str) -> str:
        return "".join(self.code(word) for word in phrase.split())

    def source(self, name: str) -> str:
        """A regular expression over codes for one of the lists or shapes.

        Raises:
            KeyError: there is none of that name.
        """
        return self._sources[name]

    def meaning(self, name: str, words: str) -> str | None:
        """What words stand for in a list; None if they are not in it."""
        return self._meanings.get(name, {}).get(words)

    def encode(self, doc: Doc) -> str:
        """One code for each token."""
        known, figureless, codes = self._known, self._figureless, []
        for place, (word, shape) in enumerate(doc.to_array(["LOWER", "SHAPE"]).tolist()):
            if word in known:
                codes.append(known[word] or self._encode(doc[place]))
            elif shape in figureless:
                codes.append(OTHER)
            else:
                codes.append(self._figure(doc[place]))
        return "".join(codes)

    @cached_property
    def _known(self) -> dict[int, str]:
        """The codes by the words' numbers in spaCy's string stores; empty for words that are not always known."""
        return {
            get_string_id(word): "" if self._capital.get(word) or self._never.get(word) else code
            for word, code in self._codes.items()
        }

    def _figure(self, token: Token) -> str:
        if not any(map(str.isdigit, token.text)):
            self._figureless.add(token.shape)
            return OTHER
        return self._shape_code(token.lower_)

    def _encode(self, token: Token) -> str:
        word = token.lower_
        code = self._codes[word]
        if self._capital.get(word, False) and not token.text[0].isupper():
            return OTHER
        if (never := self._never.get(word)) and token.tag_ in never:
            return OTHER
        return code

    def _classify(self, word: str) -> str:
        if len(word) > _LONGEST_FIGURE:
            return OTHER
        return next((code for shape, code in self._shapes if shape.fullmatch(word)), OTHER)
