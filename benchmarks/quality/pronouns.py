"""He and she against coreference gold: is the pronoun among the mentions of the right actor?

A gold pronoun counts when its cluster holds a capitalised name. It is right when the actor whose mentions hold it has
another mention that overlaps a named one of the cluster; recall is over all such pronouns, precision over those
that some actor holds.
"""

from collections.abc import Sequence

from benchmarks.quality.measures import Measures
from benchmarks.quality.reading import Readings
from extract.records import Actor, Article, Offsets

_PRONOUNS = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}


class Gold(Article):
    """An article with its clusters of coreferent mentions."""

    clusters: list[list[Offsets]]


def score(articles: Sequence[Gold], readings: Readings) -> Measures:
    """The figures of the third person singular."""
    measures = Measures()
    for article in articles:
        actors = [actor.mentions for actor in readings[article.id].of(Actor)]
        for cluster in article.clusters:
            _cluster(article.text, cluster, actors, measures)
    return measures


def _cluster(text: str, cluster: list[Offsets], actors: list[list[Offsets]], measures: Measures) -> None:
    pronouns = [(start, end) for start, end in cluster if text[start:end].lower() in _PRONOUNS]
    named = [(start, end) for start, end in cluster if _is_name(text[start:end])]
    if not named:
        return
    tally = measures.tally("he and she")
    for pronoun in pronouns:
        holders = [mentions for mentions in actors if pronoun in mentions]
        right = any(s1 < e2 and s2 < e1 for mentions in holders for s1, e1 in mentions for s2, e2 in named)
        tally.found += bool(holders)
        tally.found_right += right
        tally.gold += 1
        tally.gold_found += right


def _is_name(words: str) -> bool:
    return words.lower() not in _PRONOUNS and words.rsplit(maxsplit=1)[-1][:1].isupper()
