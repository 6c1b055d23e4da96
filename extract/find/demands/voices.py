"""Whose words are quoted within somebody's own: "They just say, 'Go home'", "their message is that he must go"."""

from spacy.tokens import Span, Token

from extract.find.demands.parties import subject_of
from extract.find.demands.rules import Words
from extract.parse.frames import Attribution
from extract.parse.syntax import child

PAIRS = {"‘": "’'", "'": "'", "“": '”"'}
SKIPPED = frozenset({"that", "like", ",", ":"})
SELF = frozenset({"i", "we"})
CONTENT = frozenset({"ccomp", "xcomp"})
CLIMB = 3  # clauses between a wish and who says it
BACK = 3  # tokens between the verb and the mark that it stands before


def other_voice(head: Token, statement: Attribution, words: Words) -> tuple[bool, Token | None]:
    """Whether others than the speaker want what the head of a content says, and who, if that is told.

    Args:
        head: the verb of what must be done.
        statement: the statement that holds it.
        words: the word lists.
    """
    held = _held(head)
    if held is not None and held.lemma_ in words.opinions and (owner := child(held, "poss")) is not None:
        return True, owner
    if (teller := _teller(head, statement, words)) is not None:
        return teller.lower_ not in SELF, teller
    mark = _inner_mark(head, statement)
    return mark is not None, _before(mark, words) if mark is not None else None


def _held(verb: Token) -> Token | None:
    """The subject of "be" where the clause of a verb says what it is: "the message is that he must go"."""
    be = verb.head
    return child(be, "nsubj") if verb.dep_ == "ccomp" and be.lemma_ == "be" and be.i < verb.i else None


def _teller(verb: Token, statement: Attribution, words: Words) -> Token | None:
    """Who says it in the statement's own words: "you say that he must go"."""
    for _ in range(CLIMB):
        if verb.dep_ not in CONTENT:
            return None
        verb = verb.head
        if not any(span.start <= verb.i < span.end for span in statement.content):
            return None
        if verb.lemma_ in words.saying:
            return child(verb, "nsubj")
    return None


def _inner_mark(head: Token, statement: Attribution) -> Token | None:
    """The mark that opens a quotation around the head within the statement, of another kind than its own marks."""
    span = next((part for part in statement.content if part.start <= head.i < part.end), None)
    own = _own_mark(span) if span is not None else None
    if span is None or own is None:
        return None
    opened: Token | None = None
    for token in span.doc[span.start + 1 : head.i]:
        if opened is None and token.text in PAIRS and token.text != own and _opens(token):
            opened = token
        elif opened is not None and token.text in PAIRS[opened.text] and not _is_inside_word(token):
            opened = None
    if opened is None:
        return None
    closed = any(t.text in PAIRS[opened.text] and not _is_inside_word(t) for t in span.doc[head.i : span.end])
    return opened if closed else None


def _own_mark(span: Span) -> str | None:
    """The mark that opens the statement, at its first word or right before."""
    first = span.doc[max(0, span.start - 1) : span.start + 1]
    return next((token.text for token in first if token.is_quote), None)


def _opens(mark: Token) -> bool:
    return bool(mark.nbor(-1).whitespace_) and not mark.whitespace_


def _is_inside_word(mark: Token) -> bool:
    """Whether the mark is an apostrophe: "nurses’ pay"."""
    inner = 0 < mark.i < len(mark.doc) - 1
    return inner and bool(mark.whitespace_) and mark.nbor(-1).lower_.endswith("s")


def _before(mark: Token, words: Words) -> Token | None:
    """Who speaks in the words right before the mark: "the guards just say, '", "the criticism is that, '"."""
    doc = mark.doc
    for token in reversed(doc[max(0, mark.i - BACK) : mark.i]):
        if token.pos_ in {"VERB", "AUX"}:
            return _speaker(token, words)
        if token.lower_ not in SKIPPED:
            return None
    return None


def _speaker(verb: Token, words: Words) -> Token | None:
    who = subject_of(verb)
    if who is not None and verb.lemma_ == "be":
        return (child(who, "poss") or who) if who.lemma_ in words.opinions else None
    return who if verb.lemma_ in words.saying else None
