"""Articles of any length and number, made from the sentences of `samples/`; the same ones in every run."""

import random
from functools import cache
from pathlib import Path

_SAMPLES = Path(__file__).parents[2] / "samples"
_TYPICAL = 350  # words of a news article


@cache
def _paragraphs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(_SAMPLES.glob("*.txt"))]
    return [paragraph for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]


def article(words: int, seed: int = 0) -> str:
    """An article of about that many words: paragraphs in an order that depends on `seed`."""
    order = random.Random(seed)  # noqa: S311 - an order, no secret
    parts: list[str] = []
    while words > 0:
        paragraph = " ".join(order.choice(_paragraphs()).split()[:words])
        parts.append(paragraph)
        words -= len(paragraph.split())
    return "\n\n".join(parts)


def articles(number: int, words: int = _TYPICAL) -> list[str]:
    """That many different articles of about the same length."""
    return [article(words, seed) for seed in range(number)]
