"""What a construction makes of a cue: whose wish it is, what is wanted, and of whom."""

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extract.find.demands.rules import DemandsRule
from extract.parse.frames import Attribution


@dataclass(slots=True)
class Reading:
    """A directive in the words of one clause.

    Attributes:
        rule: what found it.
        cue: the words that ask.
        head: the verb or noun at the head of what is wanted.
        verb: the word whose negation and modals tell how firmly it is asked.
        actor: who wants it.
        bearer: who is to do it, unless the content has a subject of its own.
        theme: the word that starts the content, where that is no part of its head's clause ("the law changed").
        firm: whether the words leave no doubt that it is asked for, as necessity and conditions do.
        quote: the statement that holds it, where only that makes it a demand.
    """

    rule: DemandsRule
    cue: Span
    head: Token
    verb: Token
    actor: Token | None = None
    bearer: Token | None = None
    theme: Token | None = None
    firm: bool = False
    quote: Attribution | None = None


def cue_of(verb: Token, links: Collection[str] = ()) -> Span:
    """The asking words: the verb with the preposition right after it ("called on")."""
    end = verb.i + 1
    if end < len(verb.doc) and verb.doc[end].lower_ in links:
        end += 1
    return verb.doc[verb.i : end]
