"""Attributions against gold in the form of PolNeAR (Newell et al. 2018): content, cue and speaker as spans.

Compared by words, so that marks and punctuation don't count. token: words inside any content; soft: one-to-one, with
at least half of the words (Jaccard) in common; exact: the same words. Precision by kind is over what is found of that
kind, recall over gold of that kind. The speaker is right when the head of the found mention lies in the gold one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from benchmarks.quality.measures import Measures
from benchmarks.quality.quotemarks import WORD, kind_of, marked
from benchmarks.quality.reading import Readings
from extract.records import Article, Offsets, Quote

_HALF = 0.5
_AFTER_HEAD = re.compile(
    r"of|for|in|at|who|which|that|with|from|on|whose|to|by|and|as|during|where|when|a|an|the", re.IGNORECASE
)
_BREAK = re.compile(r"[,(;:—–]")


class GoldQuote(BaseModel):
    """One attribution."""

    content: list[Offsets]
    cue: list[Offsets] | None = None
    speaker: list[Offsets] | None = None
    kind: str | None = None


class Gold(Article):
    """An article with its attributions."""

    quotes: list[GoldQuote]


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution, found or gold, as words."""

    words: frozenset[int]
    kind: str
    cue: Sequence[Offsets]
    speaker: Sequence[Offsets]


def score(articles: Sequence[Gold], readings: Readings) -> Measures:
    """The figures over all attributions and by kind."""
    measures = Measures()
    for article in articles:
        _compare(article.text, _gold(article), _found(article.text, readings[article.id].of(Quote)), measures)
    return measures


def _gold(article: Gold) -> list[_Said]:
    words, mask = _Words(article.text), marked(article.text)
    return [
        _Said(inside, quote.kind or kind_of(article.text, quote.content, mask), quote.cue or [], quote.speaker or [])
        for quote in article.quotes
        if (inside := words.inside(quote.content))
    ]


def _found(text: str, quotes: Sequence[Quote]) -> list[_Said]:
    words, mask = _Words(text), marked(text)
    said: dict[tuple[frozenset[int], tuple[Offsets, ...]], _Said] = {}
    for quote in quotes:
        speaker = tuple(quote.speaker.spans) if quote.speaker else ()
        cue = quote.cue.spans if quote.cue else []
        if inside := words.inside(quote.spans):
            said.setdefault((inside, speaker), _Said(inside, kind_of(text, quote.spans, mask), cue, speaker))
    return list(said.values())


class _Words:
    """The words of a text, by number."""

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in WORD.finditer(text)]
        self._at: list[int | None] = [None] * len(text)
        for number, (start, end) in enumerate(self._spans):
            self._at[start:end] = [number] * (end - start)

    def inside(self, spans: Sequence[Offsets]) -> frozenset[int]:
        """The words of which at least half lies in one of the spans."""
        found: set[int] = set()
        for start, end in spans:
            counts = Counter(number for number in self._at[start:end] if number is not None)
            found.update(number for number, count in counts.items() if 2 * count >= self._length(number))
        return frozenset(found)

    def _length(self, number: int) -> int:
        start, end = self._spans[number]
        return end - start


def _compare(text: str, gold: list[_Said], found: list[_Said], measures: Measures) -> None:
    _tokens(gold, found, measures)
    matched = _matched(gold, found)
    exact = [(one, other) for one, other in matched if one.words == other.words]
    for view, hits in (("", matched), (", exact", exact)):
        _count(f"all{view}", measures, gold, found, hits)
        for kind in ("direct", "mixed", "indirect"):
            _count(f"{kind}{view}", measures, _of_kind(gold, kind), _of_kind(found, kind), hits)
    for one, other in matched:
        if one.speaker:
            measures.judge("speaker", right=_same_speaker(text, other.speaker, one.speaker))
        if one.cue:
            measures.judge("cue", right=any(s1 < e2 and s2 < e1 for s1, e1 in one.cue for s2, e2 in other.cue))


def _of_kind(said: list[_Said], kind: str) -> list[_Said]:
    return [quote for quote in said if quote.kind == kind]


def _tokens(gold: list[_Said], found: list[_Said], measures: Measures) -> None:
    wanted = {word for quote in gold for word in quote.words}
    given = {word for quote in found for word in quote.words}
    tally = measures.tally("token")
    tally.gold += len(wanted)
    tally.found += len(given)
    tally.gold_found += len(wanted & given)
    tally.found_right += len(wanted & given)


def _count(
    name: str, measures: Measures, gold: list[_Said], found: list[_Said], hits: list[tuple[_Said, _Said]]
) -> None:
    """Adds attributions of one kind; of the hits, those count whose gold (or found) side is among them."""
    tally = measures.tally(name)
    tally.gold += len(gold)
    tally.found += len(found)
    mine = {id(quote) for quote in [*gold, *found]}
    tally.gold_found += sum(id(one) in mine for one, _ in hits)
    tally.found_right += sum(id(other) in mine for _, other in hits)


def _matched(gold: list[_Said], found: list[_Said]) -> list[tuple[_Said, _Said]]:
    """Pairs of gold and found with enough words in common, the most alike first, each used once."""
    alike = [
        (-len(one.words & other.words) / len(one.words | other.words), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    for likeness, i, j in sorted(alike):
        if -likeness >= _HALF and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def _same_speaker(text: str, found: Sequence[Offsets], gold: Sequence[Offsets]) -> bool:
    head = _head(text, found)
    return head is not None and any(start <= head < end for start, end in gold)


def _head(text: str, mention: Sequence[Offsets]) -> int | None:
    """Where the head word of a mention starts, roughly: the last word before a comma, preposition or relative."""
    if not mention:
        return None
    head, end_of_last = None, mention[0][0]
    words = list(WORD.finditer(text, *mention[0]))
    for word in words:
        closed = _AFTER_HEAD.fullmatch(word.group()) is not None
        if head is not None and (closed or _BREAK.search(text, end_of_last, word.start())):
            break
        head = head if closed else word.start()
        end_of_last = word.end()
    return head if head is not None or not words else words[-1].start()
