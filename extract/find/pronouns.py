"""Mentions by pronoun."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.find.acting import acts
from extract.find.lexicon import Lexicon
from extract.parse.frames import Mention


def pronouns(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    """One mention for each personal pronoun."""
    words = lexicon.words["pronoun"] | lexicon.words["speaker"]
    for token in doc:
        rule = words.get(token.lower_)
        if rule is not None:
            yield Mention(
                span=doc[token.i : token.i + 1],
                head=token.i,
                rule=rule.id,
                acts=acts(token, lexicon),
                gender=rule.gender,
                plural=rule.plural,
            )
