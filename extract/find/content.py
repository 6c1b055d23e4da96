"""What is said: how far the content of a cue reaches in its sentence."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.cues import Cue, Frame, QuotesRule
from extract.find.layout import CLOSING, FINAL, OPENING
from extract.parse.syntax import agent, child

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_CLAUSE = 5  # tokens of the shortest clause before a cue in which the parser may miss the verb
_COMPLEMENTIZERS = frozenset({"that", "whether", "if", "for", "like"})
_REACH = 10  # tokens between a verb and its "that": an addressee, a place, a day
_EDGE = frozenset({",", ";", ":", "-", "--", "—", "–"})


def content(cue: Cue) -> list[Span]:
    """The content by grammar: the first of the rule's frames that is filled, as spans in the order of the text."""
    for frame in cue.rule.frame:
        spans = _fill(cue, frame)
        if spans:
            return spans
    return []


def _fill(cue: Cue, frame: Frame) -> list[Span]:
    """The content in one frame, or nothing."""
    token, rule = cue.token, cue.rule
    match frame:
        case "clause" if rule.word == "preposition":
            spans = _qualified(token, rule)
        case "clause":
            spans = clause(token) or fronted(token)
        case "rest":
            spans = rest(token)
        case "infinitive":
            spans = _whole(child_after(token, "xcomp", "acl", tag="TO"))
        case "gerund":
            spans = _whole(child_after(token, "xcomp", "pcomp", tag="VBG"))
        case "object":
            spans = _with_complements(child_after(token, "dobj"), rule.preposition)
        case "predicate":
            spans = predicate(token, rule.preposition)
        case "preposition":
            spans = governed(token, rule.preposition)
        case "passive":
            spans = _undergoer(token)
        case "quotation":
            spans = []
    return spans


def _qualified(token: Token, rule: QuotesRule) -> list[Span]:
    """The sentence that a phrase like "according to Flores" stands in, without the phrase."""
    governed_words = {t.lemma_.lower() for t in token.subtree if t.dep_ == "pobj"}
    if governed_words & set(rule.unless) or (rule.only and not governed_words & set(rule.only)):
        return []
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i + 1
    sentence = _bracketed(token) or token.sent
    before, after = trim(doc, sentence.start, start), trim(doc, end, sentence.end)
    if rule.only:  # "in a poll last month, …" speaks of the whole sentence only at its head
        comma = next((i for i in range(end, min(end + _REACH, sentence.end)) if doc[i].text == ","), None)
        return [] if before is not None or comma is None else _nonempty(trim(doc, comma, sentence.end))
    return [span for span in (before, after) if span is not None]


def _bracketed(token: Token) -> Span | None:
    """The words in the brackets that a token stands in, within its sentence."""
    doc, sentence = token.doc, token.sent
    left = next((i for i in range(token.i, sentence.start - 1, -1) if doc[i].text in "()"), None)
    right = next((i for i in range(token.i, sentence.end) if doc[i].text in "()"), None)
    if left is None or right is None or doc[left].text != "(" or doc[right].text != ")":
        return None
    return doc[left + 1 : right]


def child_after(token: Token, *deps: str, tag: str | None = None) -> Token | None:
    """The first child behind the token with one of the labels: an infinitive ("TO"), a gerund ("VBG") or any."""
    for part in token.rights:
        if part.dep_ in deps and (tag is None or _has_form(part, tag)):
            return part
    return None


def _has_form(verb: Token, tag: str) -> bool:
    return verb.tag_ == tag or any(t.dep_ in {"aux", "auxpass"} and t.tag_ == tag for t in verb.lefts)


def clause(token: Token) -> list[Span]:
    """The clause behind a cue, its "that" or "whether" included."""
    for part in token.rights:
        if (part.dep_ == "ccomp" and not _is_adverbial(part)) or (part.dep_ in {"acl", "advcl", "xcomp"} and _is_declared(part, token)):
            return _whole(part)
    return _introduced(token) if token.pos_ in {"VERB", "AUX"} else []


def _is_adverbial(part: Token) -> bool:
    """Whether a clause that the parser takes for content is introduced as an adverbial: "after he had left"."""
    return any(t.dep_ == "mark" and t.lower_ not in _COMPLEMENTIZERS for t in part.lefts)


def _introduced(token: Token) -> list[Span]:
    """The clause that a "that" close behind a verb introduces, wherever the parser hung it."""
    doc = token.doc
    for mark in doc[token.i + 1 : token.i + 1 + _REACH]:
        if mark.dep_ == "mark" and mark.lower_ in {"that", "whether"} and mark.head.i > mark.i:
            return _whole_from(mark.i, mark.head)
        if mark.tag_ in _FINITE or mark.text in FINAL:
            break
    return []


def _whole_from(start: int, head: Token) -> list[Span]:
    return _nonempty(trim(head.doc, start, head.right_edge.i + 1))


def _nonempty(span: Span | None) -> list[Span]:
    return [span] if span is not None else []


def _is_declared(part: Token, token: Token) -> bool:
    """Whether a clause on a noun or verb is introduced as its content."""
    marks = ("that", "whether") if token.pos_ == "NOUN" else ("that", "whether", "if")
    return any(t.dep_ == "mark" and t.lower_ in marks for t in part.lefts)


def fronted(token: Token) -> list[Span]:
    """The sentence around a parenthetical cue: "The talks, she said, had failed"."""
    lefts = [part for part in token.lefts if part.dep_ == "ccomp"]
    if lefts:
        return list(_without(lefts[0], token))
    if token.dep_ in {"ccomp", "parataxis", "advcl", "dep"} and _is_parenthetical(token):
        return list(_without(token.head, token))
    return _before(token)


def _before(token: Token) -> list[Span]:
    """The printed sentence before a last clause like ", she said", where the parse shows none."""
    doc, subject = token.doc, child(token, "nsubj")
    if subject is None or token.tag_ not in _FINITE or child_after(token, "dobj", "xcomp", "attr", "acomp") is not None:
        return []
    comma = min(subject.left_edge.i, token.i) - 1
    if comma < 0 or doc[comma].text != ",":
        return []
    start = comma
    while start > 0 and doc[start - 1].text not in FINAL and "\n" not in doc[start - 1].text:
        start -= 1
    return _nonempty(trim(doc, start, comma)) if comma - start >= _CLAUSE else []


def interrupted(cue: Token) -> list[Span]:
    """The words of the sentence before a parenthetical cue that a quotation goes on with: "The talks, she said, “are over”"."""
    doc, subject = cue.doc, child(cue, "nsubj")
    comma = min(subject.left_edge.i if subject is not None else cue.i, cue.i) - 1
    if comma < 1 or doc[comma].text != ",":
        return []
    start = comma
    while start > 0 and doc[start - 1].text not in FINAL | CLOSING and "\n" not in doc[start - 1].text:
        start -= 1
    return _nonempty(trim(doc, start, comma))


def rest(token: Token) -> list[Span]:
    """The rest of the printed sentence behind a verb of saying, if it holds a clause that the parser missed."""
    doc, end = token.doc, token.i + 1
    if token.tag_ not in _FINITE or end >= len(doc) or doc[end].pos_ not in _NOMINAL:
        return []
    while end < len(doc) and doc[end].text not in FINAL and "\n" not in doc[end].text:
        end += 1
    verb = next((t for t in doc[token.i + 1 : end] if t.tag_ in _FINITE), None)
    if verb is None or verb.dep_ in {"relcl", "advcl"}:
        return []
    if any(t.text == "," or t.dep_ == "mark" for t in doc[token.i : verb.i]):
        return []
    return _nonempty(trim(doc, token.i + 1, end))


def _is_parenthetical(token: Token) -> bool:
    """Whether a clause stands between commas in another and has nothing but a subject of its own."""
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i + 1
    if any(part.dep_ in {"dobj", "ccomp", "xcomp"} for part in token.children):
        return False
    if any(part.dep_ == "mark" and part.lower_ != "as" for part in token.children):
        return False
    if child(token, "nsubj", "agent") is None:
        return False
    while start > 0 and doc[start].text in _EDGE:
        start += 1
    before = start == 0 or doc[start - 1].text in _EDGE | FINAL or doc[start - 1].is_space or doc[start].lower_ == "as"
    after = end >= len(doc) or doc[end].is_punct or doc[end - 1].is_punct
    return before and after


def _without(clause_head: Token, cue: Token) -> Iterator[Span]:
    """The parts of a clause that lie outside the attribution."""
    doc = cue.doc
    said_start, said_end = attribution(cue, clause_head)
    start, end = clause_head.left_edge.i, clause_head.right_edge.i + 1
    for left, right in ((start, min(end, said_start)), (max(start, said_end), end)):
        if left < right and (span := trim(doc, left, right)) is not None and _says(span, clause_head):
            yield span


def _says(span: Span, clause_head: Token) -> bool:
    """Whether a part of a clause is more than the loose participle behind an attribution ("…, he said, smiling")."""
    return span.start <= clause_head.i or not (span[0].dep_ == "advcl" and span[0].tag_ == "VBG")


def attribution(cue: Token, said: Token | None = None) -> tuple[int, int]:
    """The tokens of the attributing clause: the cue with its subject and modifiers, without the content `said`."""
    start = end = cue.i
    for part in cue.children:
        if said is not None and (part.i == said.i or part.dep_ == "punct"):
            continue
        if part.dep_ in {"ccomp", "conj", "cc", "parataxis"}:
            continue
        start, end = min(start, part.left_edge.i), max(end, part.right_edge.i)
    if said is not None and said.i < cue.i:
        start = max(start, min(said.right_edge.i + 1, cue.i)) if start <= said.i else start
    return start, end + 1


def predicate(token: Token, prepositions: list[str]) -> list[Span]:
    """An object and what is said of it: "called the plan a disaster", "accused Chile of lying"."""
    target = child_after(token, "dobj", "ccomp", "nsubj", "oprd")
    if target is None:
        return []
    last = target.right_edge.i
    told = target.dep_ != "dobj" or _is_named(target)
    for part in token.rights:
        if part.dep_ in {"oprd", "xcomp"} or (part.dep_ in {"prep", "advcl"} and part.lower_ in prepositions):
            last, told = max(last, part.right_edge.i), True
    span = trim(token.doc, target.left_edge.i, last + 1)
    inner = any(t.dep_ == "prep" and t.lower_ in prepositions for t in target.subtree)
    return [span] if span is not None and (told or inner) else []


def _is_named(target: Token) -> bool:
    """Whether a quotation follows an object at once: "called the plan “a disaster”"."""
    return any(t.text in OPENING for t in target.doc[target.i + 1 : target.i + 2])


def governed(token: Token, prepositions: list[str]) -> list[Span]:
    """The object of one of the prepositions of a cue."""
    for part in token.rights:
        if part.dep_ in {"prep", "prt"} and part.lower_ in prepositions:
            inner = child_after(part, "pobj", "pcomp", "prep")
            if inner is not None and inner.dep_ == "prep":
                inner = child_after(inner, "pobj", "pcomp")
            if inner is not None:
                return _whole(inner)
    return []


def _undergoer(verb: Token) -> list[Span]:
    """What a passive with "by" says something of: its subject, or the noun that it stands behind."""
    if agent(verb) is None:
        return []
    subject = child(verb, "nsubjpass")
    if subject is None and verb.dep_ == "acl":
        end = min(t.i for t in (verb, verb.left_edge))
        return _nonempty(trim(verb.doc, verb.head.left_edge.i, end))
    return _whole(subject)


def _with_complements(target: Token | None, prepositions: list[str]) -> list[Span]:
    """An object with the phrases right behind it that parsers hang on the verb: "criticized Chile for its raids"."""
    if target is None:
        return []
    end = target.right_edge.i + 1
    for part in target.head.rights:
        if part.dep_ in {"prep", "dative"} and part.left_edge.i == end and part.lower_ in prepositions:
            end = part.right_edge.i + 1
    return _nonempty(trim(target.doc, target.left_edge.i, end))


def _whole(head: Token | None) -> list[Span]:
    """A phrase or clause with all that depends on it."""
    if head is None:
        return []
    return _nonempty(trim(head.doc, head.left_edge.i, head.right_edge.i + 1))


def trim(doc: Doc, start: int, end: int) -> Span | None:
    """The span without white space and loose punctuation at its edges."""
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text not in {")", "%"})):
        end -= 1
    return doc[start:end] if start < end else None
