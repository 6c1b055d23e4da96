"""Which cue a quotation belongs to: the one that introduces it or the one that follows it.

Parsers often attach direct speech wrongly, above all across sentences; what stands beside the marks is a
surer guide (Pouliquen, Steinberger & Best 2007, "Automatic detection of quotations in multilingual news").
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from extract.find.quotes.clauses import is_aside
from extract.find.quotes.cues import Cue, QuotesRule, voice
from extract.find.quotes.layout import CLOSING, FINAL, OPENING, PAUSES
from extract.find.quotes.parenthesis import named_behind
from extract.find.quotes.passage import Passage
from extract.find.quotes.quotation import Quotation
from extract.parse.syntax import FINITE, child

WINDOW = 40  # tokens between a quotation and its cue, appositions and relative clauses of the source included
_SHORT = 6
_NAME = 12  # tokens of a name with its titles, where the parser shows no subject
_SENTENCE = 3  # tokens of the shortest quotation that any verb may follow
_LONGEST_SIGNATURE = 16
_DASHES = frozenset({"—", "–", "―", "-"})
_OPEN_ENDED = PAUSES | {"?", "!", "…", "...", "...."}
_NAME_ENDS = frozenset({",", ".", ";", "(", "["})
_COMPLEMENTIZERS = frozenset({"that", "whether", "if"})


class Adjacency:
    """Looks for cues beside the quotations of one text. `other`: the rule for any verb beside a quotation."""

    def __init__(self, passage: Passage, cues: Mapping[int, Cue], other: QuotesRule) -> None:
        self._passage = passage
        self._layout = passage.layout
        self._doc = passage.doc
        self._cues = cues
        self._other = other

    def follower(self, quotation: Quotation) -> Cue | None:
        """The cue of the clause right behind a quotation: “…,” said Flores; “…,” Ana Flores, the minister, said."""
        doc, start = self._doc, quotation.right
        pause = self._passage.last_word(quotation) in _OPEN_ENDED
        while start < len(doc) and doc[start].text in PAUSES:
            start, pause = start + 1, True
        if not self._passage.stands_alone(quotation) and (not pause or self._passage.is_title(quotation)):
            return None
        if start < len(doc) and doc[start].dep_ in {"cc", "mark"}:
            return None
        for i in range(start, min(start + WINDOW, self._layout.line_end(quotation.end - 1))):
            text = doc[i].text
            if text in OPENING or text == ":" or (text in FINAL and not self._layout.in_brackets(i)):
                return None
            cue = self._cues.get(i) or (self._verb(i, quotation) if pause else None)
            if cue is not None and self._closes(cue, start):
                return self._voiced(cue) if pause or not _goes_on(cue.token) else None
        return None

    def _verb(self, i: int, quotation: Quotation) -> Cue | None:
        """Any other verb at a token behind a quotation, if it follows at once."""
        token = self._doc[i]
        if not (self._passage.stands_alone(quotation) or self._doc[quotation.left - 1].text in PAUSES):
            return None  # the quotation belongs to the clause before it
        if token.pos_ != "VERB" or not is_finite(token) or i - quotation.right > _SHORT:
            return None
        return Cue(token, self._other) if quotation.end - quotation.start >= _SENTENCE else None

    def _voiced(self, cue: Cue) -> Cue:
        """The cue itself, or that of "saying" in "was quoted as saying"."""
        said = voice(cue.token)
        return self._cues.get(said.i, cue) if said is not None else cue

    def _closes(self, cue: Cue, start: int) -> bool:
        """Whether the clause of the cue is just the attribution of what stands before `start`."""
        token = cue.token
        misread = token.i <= start + 1 and named_behind(token) is not None
        if not misread and any(part.dep_ == "ccomp" and self._says_more(token, part) for part in token.rights):
            return False
        if cue.rule.word == "preposition":
            return token.i <= start + 1
        subject = child(token, "nsubj", "nsubjpass")
        if subject is not None and subject.dep_ == "nsubjpass" and subject.tag_ == "WDT":
            return False  # of a thing: her “new beginning”, which was announced in May
        if token.i <= start + 1 and (subject is None or subject.i > token.i):
            return token.tag_ not in {"VBG", "VB"} and (cue.rule is not self._other or subject is not None)
        if subject is not None and start - 1 <= subject.i < token.i:
            return subject.left_edge.i <= start + 2 and not (cue.rule is self._other and child(token, "dobj", "xcomp"))
        between = token.doc[start : token.i]
        return cue.rule is not self._other and len(between) <= _NAME and not any(is_finite(t) for t in between)

    def _says_more(self, verb: Token, clause: Token) -> bool:
        """Whether a clause behind the verb is reported speech: finite, unquoted and close by."""
        return (
            not is_aside(clause)
            and clause.i not in self._passage.inside
            and is_finite(clause)
            and clause.left_edge.i <= verb.i + _SHORT
        )

    def signature(self, quotation: Quotation) -> tuple[int, Span] | None:
        """The dash and the name under a quotation: “…” — Ana Flores."""
        doc, end = self._doc, self._layout.line_end(quotation.end - 1)
        # tokenizers leave a dash on the closing mark: ”―
        glued = doc[quotation.right - 1].text[-1] in _DASHES
        dash = quotation.right - 1 if glued else self._layout.after(quotation.right)
        first = self._layout.after(dash + 1)
        if first >= end or doc[dash].text[-1] not in _DASHES or end - dash > _LONGEST_SIGNATURE:
            return None
        if doc[first].pos_ != "PROPN" or any(is_finite(t) for t in doc[first:end]):
            return None
        last = first
        while last < end and doc[last].text not in _NAME_ENDS and not doc[last].is_space:
            last += 1
        return dash, doc[first:last]

    def leader(self, quotation: Quotation) -> Cue | None:
        """The cue that introduces a quotation: Flores said: “…”; told reporters, “…”; adding “…”."""
        i = self._layout.before(quotation.left)
        if i < 0 or self._doc[i].text in FINAL:
            return None
        colon = self._doc[i].text == ":"
        if self._doc[i].dep_ == "cc" and self._doc[i - 1].text in PAUSES:
            i -= 1
        pause = colon or self._doc[i].text in PAUSES
        other_line = self._layout.line_start(quotation.left) > i and not colon
        # her memoir, “The Long Wait”
        named = not pause or (not colon and child(self._doc[i - 1], "poss", "det") is not None)
        if other_line or (named and self._passage.is_title(quotation)):
            return None
        first = max(self._layout.line_start(i), i - (WINDOW if pause else _SHORT))
        for cue in self._before(i, first):
            if colon or _introduces(cue, i, pause=pause):
                return cue
            if cue.rule.word == "verb":
                break  # what stands before has been said by another
        return None

    def _before(self, last: int, first: int) -> Iterator[Cue]:
        """The cues from one token back to another, up to the end of a sentence or of a quotation."""
        for i in range(last, first - 1, -1):
            if self._doc[i].text in FINAL or self._doc[i].text in CLOSING:
                return
            if i in self._cues:
                yield self._cues[i]


def _introduces(cue: Cue, end: int, *, pause: bool) -> bool:
    """Whether nothing but an addressee and circumstances stands between the cue and a quotation."""
    token = cue.token
    if cue.rule.word == "preposition":
        return pause
    if cue.rule.word != "verb":
        return False
    between = token.doc[token.i + 1 : end + 1]
    if any(is_finite(t) or t.lower_ in _COMPLEMENTIZERS for t in between):
        return False
    if pause or token.i == end:
        return True
    told = child(token, "dobj", "dative", "prt", "advmod")
    return told is not None and told.i > token.i and told.right_edge.i == end and cue.rule.hearer


def _goes_on(verb: Token) -> bool:
    """Whether a verb has a complement of its own: behind a full stop it begins a sentence that says something else."""
    return any(part.dep_ in {"xcomp", "ccomp"} for part in verb.rights)


def is_finite(token: Token) -> bool:
    """Whether a verb has a tense: itself or its auxiliary."""
    return token.tag_ in FINITE or any(t.tag_ in FINITE for t in token.lefts if t.dep_ in {"aux", "auxpass"})
