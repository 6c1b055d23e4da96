"""What a construction makes of a cue: whose wish it is, what is wanted, and of whom."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from extract.find.directive_rules import DemandsRule
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
        theme: the noun that starts the content, where that is no subject of its head ("the law changed").
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
