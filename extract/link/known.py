"""Who is named: entities found again by any of the words of their names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from extract.parse.frames import Entity, Mention

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "del", "la", "du", "des", "&", "y", "und", "der"})
APART = str.maketrans({".": None, ",": None, "’": "'", "‘": "'", "-": " ", "‑": " "})
NEAR = 30  # namesakes looked at, the last ones: keeps a list of thousands of names linear
FRESH = 60  # tokens back to who was just introduced
LONG = 5  # letters of a word that may lack one
ARTICLES = frozenset({"al", "el", "the"})
Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Known:
    """An entity with all that it is called; `words` is its fullest name."""

    entity: Entity
    words: Words
    forms: set[Words] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)


def words(name: str) -> Words:
    """The words of a name as compared: no case, dots or articles.

    >>> words("Waleed Al-Jari")
    ('waleed', 'jari')
    """
    every = tuple(name.translate(APART).casefold().split())
    return tuple(word for word in every if word not in ARTICLES) or every or (name,)


class Names:
    """Entities by the words of their names; a name is looked up by its own first and last word alone.

    Who is called just so comes before whose name it is a part of, for names of at least `exact` words.
    """

    exact: ClassVar[int] = 1

    def __init__(self) -> None:
        self._by_word: dict[str, list[Known]] = {}

    def find(self, mention: Mention) -> Known | None:
        """Whom a name means: one called just so, else the likeliest whose name it is a part of, or has as a part."""
        name = words(mention.name or mention.span.text)
        known = [k for k in self._candidates(name) if agrees(k, mention)]
        equal = [k for k in known if name in k.forms]
        akin = [k for k in known if k in equal or self.part(name, k.words) or self.part(k.words, name)]
        if len(name) >= self.exact:
            akin = equal or akin
        if len(name) == 1 and mention.gender in {"m", "f"}:  # "Ms. Flores": rather who was just introduced
            akin = [k for k in akin if mention.head - k.entity.mentions[-1].head <= FRESH] or akin
        return max(akin, key=lambda k: (plainly(k), k.entity.mentions[-1].head), default=None)

    def called(self, name: str) -> Known | None:
        """Who last bore just this name."""
        form = words(name)
        return next((k for k in reversed(self._by_word.get(form[0], [])[-NEAR:]) if form in k.forms), None)

    def having(self, word: str) -> list[Entity]:
        """Those with the word in their names, the last of many."""
        filed = self._by_word.get(word, [])[-NEAR:]
        return [k.entity for k in filed if any(len(form) > 1 and word in form for form in k.forms)]

    def add(self, known: Known, mention: Mention) -> None:
        """Files the name of a mention as one of an entity's."""
        text = mention.name or mention.span.text
        name = words(text)
        if len(name) > len(known.words):
            known.words = name
        if mention.gender in {"m", "f"}:
            known.genders.add(mention.gender)
        if name not in known.forms:
            for form in (name, *self.variants(text)):
                self.file(known, form)

    def file(self, known: Known, form: Words) -> None:
        """Files a name under each of its words."""
        known.forms.add(form)
        for word in form:
            filed = self._by_word.setdefault(word, [])
            if known not in filed[-NEAR:]:
                filed.append(known)

    def part(self, short: Words, full: Words) -> bool:
        """Whether the short name is a stretch of the full one."""
        size = len(short)
        return size < len(full) and any(full[i : i + size] == short for i in range(len(full) - size + 1))

    def variants(self, name: str) -> list[Words]:  # noqa: ARG002 - what follows from a name depends on the kind
        """What else a name lets one be called."""
        return []

    def _candidates(self, name: Words) -> Iterator[Known]:
        first = self._by_word.get(name[0], [])[-NEAR:]
        yield from first
        if len(name) > 1:
            yield from (k for k in self._by_word.get(name[-1], [])[-NEAR:] if k not in first)


class Persons(Names):
    """People: any stretch of the full name will do, or its first and last word ("Ana Flores", "Ana Maria Flores")."""

    exact: ClassVar[int] = 2  # a surname may be that of several

    def part(self, short: Words, full: Words) -> bool:
        ends = len(short) > 1 and len(full) > len(short) and (short[0], short[-1]) == (full[0], full[-1])
        return ends or misspelt(short, full) or super().part(short, full)


def plainly(known: Known) -> int:
    """How often somebody is named but by "Ms. Flores", as those are who bear the name of who the article is about."""
    return sum(m.gender not in {"m", "f"} or " " in (m.name or "") for m in known.entity.mentions)


def misspelt(short: Words, full: Words) -> bool:
    """Whether a full name lacks but the last letter of another: "Ana Flore"."""
    same = len(short) == len(full) > 1 and short[:-1] == full[:-1]
    return same and len(short[-1]) >= LONG and full[-1][:-1] == short[-1]


Lookup = Callable[[str], str | None]


def no_country(name: str) -> None:
    """Says of no name that it is a country's."""


class Bodies(Names):
    """Organisations: the beginning or end of the full name, or both after an acronym ("EU Agency", "EU Water Agency").

    Or its initials, with that of its nationality or without. `demonym` gives the country of a nationality.
    """

    def __init__(self, demonym: Lookup, country: Lookup = no_country) -> None:
        super().__init__()
        self._demonym = demonym
        self._country = country
        self._acronyms: set[str] = set()

    def part(self, short: Words, full: Words) -> bool:
        ends = len(short) > 1 and short[0] in self._acronyms and (short[0], short[-1]) == (full[0], full[-1])
        if self._country(" ".join(short).title()) is not None:
            return False  # a team called "Ghana" is no Ghana Football Association
        return len(short) < len(full) and (ends or short in {full[: len(short)], full[-len(short) :]})

    def variants(self, name: str) -> list[Words]:
        parts = name.replace("-", " ").split()
        if parts and parts[0].isupper():
            self._acronyms.add(parts[0].casefold())
        if len(parts) < 2:  # noqa: PLR2004 - one word makes no acronym
            return []
        shorter = self.variants(" ".join(parts[1:])) if self._demonym(parts[0]) is not None else []
        initials = [(word[0].casefold(), word.casefold() in SMALL) for word in parts]
        return [("".join(i for i, small in initials if not small),), ("".join(i for i, _ in initials),), *shorter]


def agrees(known: Known, mention: Mention) -> bool:
    """Whether the genders of both, where known, allow them to be one."""
    return mention.gender not in {"m", "f"} or not known.genders or mention.gender in known.genders
