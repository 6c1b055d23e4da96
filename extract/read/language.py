"""Whether an article is in English, the only language that the rules read.

Judged by the share of common English words (spaCy's stop words). In 1,229 English news texts of more
than 150 letters it was never below .20; in the example sentences of spaCy's other languages it is at
most .13 (Danish).
"""

import re
from functools import lru_cache

from extract.records import Article

SHARE = 0.16
LETTERS = 150  # fewer say too little
WORDS = 400  # the first are enough
_WORD = re.compile(r"[^\W\d_]+")


def doubt(article: Article) -> str | None:
    """Why the article seems not to be in English, in words for the user; None where nothing speaks against it."""
    if article.language and not article.language.lower().startswith("en"):
        return f"in another language than English ({article.language!r}, as it says itself)"
    share = english_share(article.text)
    if share is None or share >= SHARE:
        return None
    return (
        f"in another language than English, it seems ({share:.0%} common English words; English news has 20 % or more)"
    )


def english_share(text: str) -> float | None:
    """The share of common English words among the first words of a text, or None where it is too short to tell."""
    words = [match.group().lower() for match, _ in zip(_WORD.finditer(text), range(WORDS), strict=False)]
    if sum(map(len, words)) < LETTERS:
        return None
    return sum(word in _common() for word in words) / len(words)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS  # noqa: PLC0415 - spaCy is slow to import

    return frozenset(STOP_WORDS)
