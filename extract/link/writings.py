"""Who wrote what is only called "one": "she had posted messages, one saying that the mine must close"."""

from spacy.tokens import Span, Token

from extract.find.demands.rules import Words
from extract.link.lookup import Lookup
from extract.parse.frames import Entity

FEW = frozenset({"one", "another", "some", "others"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BACK = 40  # words from "one" back to its writer at most


def writer(source: Span, words: Words, lookup: Lookup) -> Entity | None:
    """The subject before the letters or posts of which the source is one, unless it only received them."""
    one = source.root
    if one.lower_ not in FEW or len(source) > 1:
        return None
    written = False
    for token in reversed(source.doc[max(0, one.i - BACK) : one.i]):
        if token.is_sent_start and not written:
            return None
        if token.tag_ == "NNS" and token.lemma_.lower() in words.documents:
            written = True
        elif written and token.dep_ in SUBJECTS and token.tag_ not in {"WDT", "WP"}:
            return _entity(token, words, lookup)
        if token.is_sent_start:
            return None
    return None


def _entity(subject: Token, words: Words, lookup: Lookup) -> Entity | None:
    if subject.head.lemma_ in words.heeding:
        return None
    return lookup.entity(subject.doc[subject.i : subject.i + 1])
