"""What is said: how far the content of a cue reaches in its sentence."""

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from extract.find.quotes.cues import Cue, Frame, voice
from extract.find.quotes.layout import FINAL, OPENING, sentence_end, sentence_start, trim
from extract.find.quotes.parenthesis import fronted, opening
from extract.parse.syntax import FINITE, agent, child, is_passive

_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_ADVERBIAL = frozenset({"after", "before", "as", "while", "when", "because", "since", "until", "although", "though"})
_ASKED = frozenset({"dobj", "ccomp", "xcomp", "prep", "advcl", "dative"})
_CONDITIONAL = frozenset({"if", "unless"})
_TIMES = frozenset({"DATE", "TIME"})  # "spoke on Tuesday" tells when, not what
_REACH = 10  # tokens between a verb and its "that": an addressee, a place, a day
_LONGEST = 400  # tokens of one indirect statement; beyond, the parse is wrong


def content(cue: Cue) -> list[Span]:
    """The content by grammar: the first of the rule's frames that is filled, as spans in the order of the text."""
    for frame in cue.rule.frame:
        spans = [span for span in _FRAMES[frame](cue) if not span.start <= cue.token.i < span.end]
        if spans and sum(map(len, spans)) <= _LONGEST:
            return spans
    return []


def clause(cue: Cue) -> list[Span]:
    """The clause behind a cue, its "that" or "whether" included."""
    token = cue.token
    for part in token.rights:
        adverbial = _ADVERBIAL if cue.rule.conditional else _ADVERBIAL | _CONDITIONAL
        if part.dep_ == "ccomp" and not _is_marked(part, adverbial) and not _is_anothers(part, token):
            return _from_mark(part)
        if part.dep_ in {"acl", "advcl", "xcomp"} and _is_declared(part, cue):
            return _from_mark(part)
        if part.dep_ == ("acl" if token.pos_ == "NOUN" else "advcl") and _is_bare(part):
            return _whole(part)
    return _introduced(token)


def _is_anothers(part: Token, cue: Token) -> bool:
    """Whether a clause is an aside, or the verb above says it: "Flores said, when asked by reporters, that …"."""
    that = next((t for t in part.lefts if t.dep_ == "mark" and t.lower_ in {"that", "whether"}), None)
    return is_aside(part) if that is None else _is_taken_up(that, cue)


def _is_taken_up(that: Token, cue: Token) -> bool:
    """Whether a "that" behind a comma goes on with the clause around that of the cue."""
    return cue.dep_ == "advcl" and that.i > cue.i + 1 and that.nbor(-1).text == ","


def is_aside(part: Token) -> bool:
    """Whether a clause opens with an adverbial one after a comma: told her, after he admitted it he was let go."""
    first = part.left_edge
    return first.dep_ == "mark" and first.lower_ in _ADVERBIAL and first.i > 0 and first.nbor(-1).text == ","


def _from_mark(part: Token) -> list[Span]:
    """A clause from its "that" on: what stands before it, "on Monday", belongs to the cue."""
    marks = (t.i for t in part.lefts if t.dep_ == "mark" and t.lower_ in {"that", "whether"})
    return _nonempty(trim(part.doc, next(marks, part.left_edge.i), part.right_edge.i + 1))


def _is_declared(part: Token, cue: Cue) -> bool:
    """Whether a clause on a noun or verb is introduced as its content."""
    asked = cue.rule.conditional and cue.token.pos_ != "NOUN"
    return _is_marked(part, {"that", "whether", "if"} if asked else {"that", "whether"})


def _is_bare(part: Token) -> bool:
    """Whether a clause has a subject and a tense and no word that introduces it: "fears it would fail"."""
    tensed = part.tag_ in FINITE or any(t.tag_ in FINITE for t in part.lefts)
    return tensed and child(part, "nsubj", "nsubjpass") is not None and child(part, "mark", "advmod") is None


def _is_marked(part: Token, marks: set[str] | frozenset[str]) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in marks for t in part.lefts)


def _introduced(token: Token) -> list[Span]:
    """The clause that a "that" close behind a verb introduces, wherever the parser hung it."""
    doc = token.doc
    for mark in doc[token.i + 1 : token.i + 1 + _REACH]:
        if mark.dep_ == "mark" and mark.lower_ in {"that", "whether"} and mark.head.i > mark.i:
            if _is_taken_up(mark, token) or mark.nbor(-1).dep_ == "cc":
                break
            return _nonempty(trim(doc, mark.i, mark.head.right_edge.i + 1))
        if mark.tag_ in FINITE or mark.text in FINAL or (mark.dep_ == "xcomp" and mark.pos_ == "VERB"):
            break
    return []


def _clause_or_sentence(cue: Cue) -> list[Span]:
    """The clause behind a cue, else the sentence around it."""
    if cue.rule.word == "preposition":
        return _qualified(cue)
    said = clause(cue)
    if not said:
        return fronted(cue.token)
    before = opening(cue.token, said[0])
    return [*before, *_nonempty(trim(cue.token.doc, said[0].start, cue.token.right_edge.i + 1))] if before else said


def _qualified(cue: Cue) -> list[Span]:
    """The sentence that a phrase like "according to Flores" stands in, without the phrase."""
    token, rule, doc = cue.token, cue.rule, cue.token.doc
    governed_words = {t.lemma_.lower() for t in token.subtree if t.dep_ == "pobj"}
    if governed_words & set(rule.unless) or (rule.only and not governed_words & set(rule.only)):
        return []
    start, end = token.left_edge.i, token.right_edge.i + 1
    first, last = _bracketed(token) or (sentence_start(doc, start), sentence_end(doc, token.i))
    before, behind = trim(doc, first, start), trim(doc, end, last)
    if before is None and behind is None:  # the parser took the sentence for an apposition
        behind = trim(doc, _comma(doc, token.i, last), last)
    if rule.only:  # "in a poll last month, …" speaks of the whole sentence only at its head
        comma = _comma(doc, end, min(end + _REACH, last))
        return [] if before is not None or comma == min(end + _REACH, last) else _nonempty(trim(doc, comma, last))
    return [span for span in (before, behind) if span is not None]


def _comma(doc: Doc, start: int, end: int) -> int:
    """The first comma between two tokens, or the second of them."""
    return next((i for i in range(start, end) if doc[i].text == ","), end)


def _bracketed(token: Token) -> tuple[int, int] | None:
    """The tokens of the brackets that a token stands in, within its printed sentence."""
    doc = token.doc
    first, last = sentence_start(doc, token.i), sentence_end(doc, token.i)
    left = next((i for i in range(token.i, first - 1, -1) if doc[i].text in "()"), None)
    right = next((i for i in range(token.i, last) if doc[i].text in "()"), None)
    if left is None or right is None or doc[left].text != "(" or doc[right].text != ")":
        return None
    return left + 1, right


def _rest(cue: Cue) -> list[Span]:
    """The rest of the printed sentence behind a verb of saying, if it holds a clause that the parser missed."""
    token, doc = cue.token, cue.token.doc
    start = token.i + 1
    if token.tag_ not in FINITE or start >= len(doc) or doc[start].pos_ not in _NOMINAL:
        return []
    end = sentence_end(doc, start)
    verb = next((t for t in doc[start:end] if t.tag_ in FINITE), None)
    if verb is None or verb.dep_ in {"relcl", "advcl"}:
        return []
    if any(t.text == "," or t.dep_ == "mark" for t in doc[start : verb.i]):
        return []
    return _nonempty(trim(doc, start, end))


def _infinitive(cue: Cue) -> list[Span]:
    for part in cue.token.rights:
        if part.dep_ in {"xcomp", "acl"} and _is_infinitive(part):
            return _whole(part)
    return []


def _request(cue: Cue) -> list[Span]:
    """Who is asked and what for: "urged Chile to withdraw", "called on Chile to withdraw", "called for calm"."""
    verb, doc = cue.token, cue.token.doc
    parts = [part for part in verb.rights if part.dep_ in _ASKED and doc[part.left_edge.i - 1].text != ","]
    named = [part for part in parts if part.dep_ == "prep" and part.lower_ in cue.rule.preposition]
    if is_passive(verb):
        named = []  # "was called a liar for …"
    if not named and not any(_is_infinitive(t) for part in parts for t in (part, *part.rights)):
        return []
    start = named[0].i + 1 if named and named[0] is parts[0] else parts[0].left_edge.i
    return _nonempty(trim(doc, start, parts[-1].right_edge.i + 1))


def _is_infinitive(verb: Token) -> bool:
    return any(t.dep_ == "aux" and t.tag_ == "TO" for t in verb.lefts)


def _object(cue: Cue) -> list[Span]:
    """An object with the phrases right behind it that parsers hang on the verb: "criticized Chile for its raids"."""
    target = _child_behind(cue.token, "dobj")
    if target is None or voice(cue.token) is not None:
        return []
    end = target.right_edge.i + 1
    for part in cue.token.rights:
        if part.dep_ in {"prep", "dative"} and part.left_edge.i == end and part.lower_ in cue.rule.preposition:
            end = part.right_edge.i + 1
    return _nonempty(trim(target.doc, target.left_edge.i, end))


def _predicate(cue: Cue) -> list[Span]:
    """An object and what is said of it: "called the plan a disaster", "accused Chile of lying"."""
    target = _child_behind(cue.token, "dobj", "ccomp", "nsubj", "oprd")
    if target is None:
        return _of_subject(cue) or _of_antecedent(cue)
    if target.dep_ == "ccomp" and target.tag_ == "VB" and target.lemma_ != "be":
        return []  # "called Rivas to congratulate her"
    doc, last = cue.token.doc, target.right_edge.i
    told = target.dep_ != "dobj" or any(t.text in OPENING for t in doc[target.i + 1 : target.i + 2])
    for part in cue.token.rights:
        named = part.dep_ in {"prep", "advcl"} and part.lower_ in cue.rule.preposition
        second = part.dep_ == "dobj" and part.i > target.i  # "branded Chile a danger"
        if named or second or part.dep_ == "oprd" or (part.dep_ == "xcomp" and (part.lemma_ == "be" or part.tag_ != "VB")):
            last, told = max(last, part.right_edge.i), True
    inner = any(t.dep_ == "prep" and t.lower_ in cue.rule.preposition for t in target.subtree)
    return _nonempty(trim(doc, target.left_edge.i, last + 1)) if told or inner else []


def _of_subject(cue: Cue) -> list[Span]:
    """The subject of a passive and what is said of it: "Rivas was accused by Flores of lying"."""
    subject = child(cue.token, "nsubjpass")
    said = next((p for p in cue.token.rights if p.dep_ == "prep" and p.lower_ in cue.rule.preposition), None)
    return [*_whole(subject), *_whole(said)] if subject is not None and said is not None else []


def _of_antecedent(cue: Cue) -> list[Span]:
    """What is said of the noun that a relative clause stands behind: "a plan that Flores described as a crime"."""
    relative = next((part for part in cue.token.lefts if part.dep_ in {"dobj", "nsubj"} and part.tag_ in {"WDT", "WP"}), None)
    said = next((p for p in cue.token.rights if p.dep_ == "oprd" or p.lower_ in cue.rule.preposition), None)
    if said is not None and said.dep_ == "prep":
        said = _child_behind(said, "pobj", "pcomp", "amod")
    return _whole(said) if relative is not None and said is not None and cue.token.dep_ == "relcl" else []


def _governed(cue: Cue) -> list[Span]:
    """The object of one of the prepositions of a cue."""
    for part in cue.token.rights:
        if part.dep_ in {"prep", "prt"} and part.lower_ in cue.rule.preposition:
            inner = _child_behind(part, "pobj", "pcomp", "prep")
            if inner is not None and inner.dep_ == "prep":
                inner = _child_behind(inner, "pobj", "pcomp")
            if inner is not None and inner.lemma_.lower() not in cue.rule.unless and inner.ent_type_ not in _TIMES:
                return _whole(inner)
    return []


def _undergoer(cue: Cue) -> list[Span]:
    """What a passive with "by" says something of: its subject, or the noun that it stands behind."""
    verb = cue.token
    if agent(verb) is None:
        return []
    subject = child(verb, "nsubjpass")
    if subject is not None:
        return _whole(subject)
    return _nonempty(trim(verb.doc, verb.head.left_edge.i, verb.left_edge.i)) if verb.dep_ == "acl" else []


def _beside_marks(_: Cue) -> list[Span]:
    """Nothing: quotations are found by their marks, not by grammar."""
    return []


def _child_behind(token: Token, *deps: str) -> Token | None:
    return next((part for part in token.rights if part.dep_ in deps), None)


def _whole(head: Token) -> list[Span]:
    """A phrase or clause with all that depends on it."""
    return _nonempty(trim(head.doc, head.left_edge.i, head.right_edge.i + 1))


def _nonempty(span: Span | None) -> list[Span]:
    return [span] if span is not None else []


_FRAMES: dict[Frame, Callable[[Cue], list[Span]]] = {
    "quotation": _beside_marks,
    "clause": _clause_or_sentence,
    "rest": _rest,
    "infinitive": _infinitive,
    "request": _request,
    "object": _object,
    "predicate": _predicate,
    "preposition": _governed,
    "passive": _undergoer,
}
