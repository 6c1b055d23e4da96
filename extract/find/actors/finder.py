"""Finds who is mentioned: `doc._.mentions`, by name, description and pronoun, in the order of the text."""

from collections.abc import Iterable
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from extract.find.actors.descriptions import Descriptions
from extract.find.actors.lexicon import Lexicon, load_lexicon
from extract.find.actors.names import named
from extract.find.actors.pronouns import pronouns
from extract.parse import frames
from extract.parse.countries import Countries, load_countries
from extract.parse.frames import Mention


@Language.factory("extract_actors_v1", assigns=["doc._.mentions", "doc.spans"], default_config={"rules": None})
def make_actors(nlp: Language, name: str, rules: str | None) -> "Actors":
    """Builds the component; `rules` is a folder of the user's own."""
    return Actors(load_lexicon(rules), load_countries(rules))


class Actors:
    """Marks every mention of somebody: `doc._.mentions` and `doc.spans["mentions"]`.

    Reads the parse, `doc.ents`, `doc._.quotes` and `doc._.demands`.
    """

    def __init__(self, lexicon: Lexicon, countries: Countries) -> None:
        self._lexicon = lexicon
        self._countries = countries

    def __call__(self, doc: Doc) -> Doc:
        ents = doc.ents
        descriptions = Descriptions(doc, ents, self._lexicon, self._countries)
        found = chain(
            named(ents, self._lexicon, self._countries),
            pronouns(doc, self._lexicon),
            descriptions.speaking(),
            descriptions.described(),
        )
        doc._.mentions = in_order(found)
        frames.mark(doc, "mentions", ((mention.span, mention.rule) for mention in doc._.mentions))
        return doc


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions by head word, the first of those that share one."""
    by_head: dict[int, Mention] = {}
    for mention in mentions:
        kept = by_head.setdefault(mention.head, mention)
        if kept.kind is not None or mention.kind is None:
            kept.acts |= mention.acts
    return [by_head[head] for head in sorted(by_head)]
