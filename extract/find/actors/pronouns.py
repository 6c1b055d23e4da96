"""Mentions by pronoun."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.find.actors.acting import acts
from extract.find.actors.lexicon import Lexicon
from extract.parse.frames import Mention


def pronouns(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    """One mention for each personal pronoun."""
    known = lexicon.pronouns
    for i, lower in enumerate(doc.to_array("LOWER").tolist()):
        if lower in known and doc[i].pos_ != "NOUN" and doc[i].text != "US":  # a mine; the US
            rule = known[lower]
            yield Mention(
                span=doc[i : i + 1],
                head=i,
                rule=rule.id,
                acts=acts(doc[i], lexicon),
                gender=rule.gender,
                plural=rule.plural,
            )
