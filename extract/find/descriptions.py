"""Mentions without a name: nouns for people and bodies, and whoever speaks or is spoken to."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.acting import acts
from extract.find.lexicon import ActorsRule, Lexicon
from extract.parse.countries import Countries
from extract.parse.frames import Mention
from extract.parse.syntax import noun_phrase

PLURAL = frozenset({"NNS", "NNPS"})


def described(doc: Doc, lexicon: Lexicon, countries: Countries) -> Iterator[Mention]:
    """One mention for each noun that stands for a person or body."""
    for token in doc:
        if token.lemma_ in lexicon.nouns and token.pos_ in {"NOUN", "PROPN"} and not token.ent_type_:
            rule = lexicon.nouns[token.lemma_]
            if token.dep_ not in {"compound", "amod", "nmod"}:
                yield description(token, rule, lexicon, countries)


def speaking(doc: Doc, lexicon: Lexicon, countries: Countries) -> Iterator[Mention]:
    """One mention for each source and addressee of a statement or demand."""
    for span in parties(doc):
        rule = lexicon.nouns.get(span.root.lemma_) or lexicon.speaker
        if rule is not None:
            found = description(span.root, rule, lexicon, countries)
            found.acts = True
            found.span = span
            yield found


def parties(doc: Doc) -> Iterator[Span]:
    """The spans of all who speak, are spoken to, or want something."""
    for quote in doc._.quotes:
        yield from (span for span in (quote.source, quote.addressee) if span is not None)
    for demand in doc._.demands:
        yield from (span for span in (demand.actor, demand.addressee, demand.reporter) if span is not None)


def description(head: Token, rule: ActorsRule, lexicon: Lexicon, countries: Countries) -> Mention:
    """The mention of a noun: its phrase, kind, number and country."""
    span = noun_phrase(head)
    plural = head.tag_ in PLURAL
    return Mention(
        span=span,
        head=head.i,
        rule=rule.id,
        kind="group" if plural and rule.kind == "person" else rule.kind,
        country=next((code for t in span if (code := countries.code(t.text)) is not None), None),
        acts=acts(head, lexicon),
        plural=plural,
        gender=None if rule.kind == "person" else "n",
        unnamed=rule.kind == "source",
    )
