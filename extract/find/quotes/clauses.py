"""The clause that a cue takes: "said that the talks had failed", "fears it would fail", "made it clear that …"."""

from spacy.tokens import Span, Token

from extract.find.quotes.cues import Cue
from extract.find.quotes.layout import FINAL, phrases
from extract.parse.syntax import FINITE, child

_ADVERBIAL = frozenset({"after", "before", "as", "while", "when", "because", "since", "until", "although", "though"})
_CONDITIONAL = frozenset({"if", "unless"})
_DECLARATIVE = frozenset({"that", "whether"})
_REACH = 10  # tokens between a verb and its "that": an addressee, a place, a day


def clause(cue: Cue) -> list[Span]:
    """The clause behind a cue, its "that" or "whether" included."""
    token = cue.token
    adverbial = _ADVERBIAL if cue.rule.conditional else _ADVERBIAL | _CONDITIONAL
    for part in token.rights:
        if part.dep_ == "ccomp" and not _is_marked(part, adverbial) and not _is_anothers(part, token):
            return _from_mark(part)
        if part.dep_ in {"acl", "advcl", "xcomp"} and _is_declared(part, cue):
            return _from_mark(part)
        if part.dep_ == ("acl" if token.pos_ == "NOUN" else "advcl") and _is_bare(part):
            return phrases(part.doc, part.left_edge.i, part.right_edge.i + 1)
    return _introduced(cue) or _equated(token) or _made_clear(token)


def _equated(noun: Token) -> list[Span]:
    """The clause that a noun is said to be: "the minister's answer was that the talks had failed"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    said = (part for part in noun.head.rights if part.dep_ == "ccomp" and _is_marked(part, _DECLARATIVE))
    return next((_from_mark(part) for part in said), [])


def _made_clear(adjective: Token) -> list[Span]:
    """The clause that the parser hung beside an adjective: "made it clear on Monday she would not go"."""
    verb = adjective.head
    if adjective.pos_ != "ADJ" or adjective.dep_ not in {"ccomp", "oprd"} or verb.lemma_ != "make":
        return []
    said = (part for part in verb.rights if part.dep_ == "ccomp" and part.i > adjective.i and _is_bare(part))
    return next((_from_mark(part) for part in said), [])


def _is_anothers(part: Token, cue: Token) -> bool:
    """Whether a clause is an aside, or the verb above says it: "Flores said, when asked by reporters, that …"."""
    that = next((t for t in part.lefts if t.dep_ == "mark" and t.lower_ in _DECLARATIVE), None)
    return is_aside(part) if that is None else _is_taken_up(that, cue)


def _is_taken_up(that: Token, cue: Token) -> bool:
    """Whether a "that" behind a comma goes on with the clause around that of the cue."""
    return cue.dep_ == "advcl" and that.i > cue.i + 1 and that.nbor(-1).text == ","


def _is_added(that: Token, cue: Token) -> bool:
    """Whether a "that" belongs to a participle behind the cue: "The talks failed, Flores said, adding that …"."""
    verb = that.head.head
    return cue.i < verb.i < that.i and verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBG"


def _is_nouns(that: Token, cue: Cue) -> bool:
    """Whether a "that" says what a noun claims: "denied claims that …", "asked about reports that …"."""
    noun = that.head.head
    if that.head.dep_ != "acl" or noun.i < cue.token.i:
        return False
    named = noun.dep_ == "dobj" and noun.head.i == cue.token.i and not cue.rule.hearer
    return named or (noun.dep_ == "pobj" and noun.head.lower_ == "about")


def is_aside(part: Token) -> bool:
    """Whether a clause opens with an adverbial one after a comma: told her, after he admitted it he was let go."""
    first = part.left_edge
    return first.dep_ == "mark" and first.lower_ in _ADVERBIAL and first.i > 0 and first.nbor(-1).text == ","


def _from_mark(part: Token) -> list[Span]:
    """A clause from its "that" on: what stands before it, "on Monday", belongs to the cue."""
    marks = (t.i for t in part.lefts if t.dep_ == "mark" and t.lower_ in _DECLARATIVE)
    start = next(marks, _that_behind(part.left_edge))
    if start < part.head.i < part.i:  # "ships that Flores said were hers"
        start = part.head.i + 1
    return phrases(part.doc, start, part.right_edge.i + 1)


def _that_behind(first: Token) -> int:
    """Where a clause begins: at a "that" close behind a phrase like "after the vote", which belongs to the cue."""
    if first.dep_ in {"prep", "mark"}:
        for token in first.doc[first.i + 1 : first.i + _REACH]:
            if token.dep_ == "mark" and token.lower_ == "that":
                return token.i
            if token.tag_ in FINITE or token.is_punct:
                break
    return first.i


def _is_declared(part: Token, cue: Cue) -> bool:
    """Whether a clause on a noun or verb is introduced as its content."""
    asked = cue.rule.conditional and cue.token.pos_ != "NOUN"
    return _is_marked(part, _DECLARATIVE | {"if"} if asked else _DECLARATIVE)


def _is_bare(part: Token) -> bool:
    """Whether a clause has a subject and a tense and no word that introduces it: "fears it would fail"."""
    tensed = part.tag_ in FINITE or any(t.tag_ in FINITE for t in part.lefts)
    return tensed and child(part, "nsubj", "nsubjpass") is not None and child(part, "mark", "advmod") is None


def _is_marked(part: Token, marks: frozenset[str]) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in marks for t in part.lefts)


def _introduced(cue: Cue) -> list[Span]:
    """The clause that a "that" close behind a verb introduces, wherever the parser hung it."""
    token, doc = cue.token, cue.token.doc
    for mark in doc[token.i + 1 : token.i + 1 + _REACH]:
        if mark.dep_ == "mark" and mark.lower_ in _DECLARATIVE and mark.head.i > mark.i:
            if _is_taken_up(mark, token) or mark.nbor(-1).dep_ == "cc" or _is_added(mark, token):
                break
            if _is_nouns(mark, cue):
                break
            return phrases(doc, mark.i, mark.head.right_edge.i + 1)
        if mark.tag_ in FINITE or mark.text in FINAL or (mark.dep_ == "xcomp" and mark.pos_ == "VERB"):
            break
    return []
