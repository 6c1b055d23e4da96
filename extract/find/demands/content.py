"""How far the words of a demand reach: predicates without their purpose, phrases one by one.

Coordinated contents are told apart here: "withdraw, accept a cap and pledge neutrality" is three.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.demands.asides import SPINE, before_aside, before_speech, is_past
from extract.find.demands.mood import is_mandative
from extract.find.demands.parties import in_passive
from extract.find.demands.phrases import Content, bounded, phrases
from extract.find.demands.rules import Words
from extract.parse.syntax import SUBJECTS, child

STOPS = SUBJECTS | {"mark", "cc", "punct", "ccomp", "parataxis"}
FINITE = frozenset({"VBD", "VBZ", "MD"})


def contents(head: Token, theme: Token | None, words: Words) -> Iterator[Content]:
    """The coordinated contents under a head, each with its own doer; the predicate alone where there is one.

    Args:
        head: the verb or noun of the (first) content.
        theme: a noun outside the head's own clause with which the content starts.
        words: the word lists.
    """
    if is_verbal(head):
        yield from _predicates(head, theme, words)
    else:
        yield from phrases(head, words)


def is_verbal(token: Token) -> bool:
    """Whether the token heads a clause rather than a phrase."""
    return token.pos_ in {"VERB", "AUX"} or child(token, "nsubj", "nsubjpass", "aux", "cop") is not None


def _predicates(head: Token, theme: Token | None, words: Words) -> Iterator[Content]:
    doer: Token | None = None
    for verb, last, following in _coordinated_verbs(head, words):
        own = child(verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
        first = (
            theme
            if verb == head and theme is not None
            else own
            if own is not None and not is_doer(own, words)
            else None
        )
        if own is not None:
            doer = own if first is None else None
        elif verb != head and in_passive(verb):
            doer = None  # what is acted on is shared, not who acts
        start = _start(verb, first)
        end = _end(last, words)
        words_of = verb.doc[start : end if following is None else min(end, following.left_edge.i)]
        span = bounded(before_speech(words_of, last, words))
        if span is not None:
            yield verb, span, doer


def is_doer(subject: Token, words: Words) -> bool:
    """Whether the subject is the one to act, so that the content goes without it."""
    bare = subject.head.dep_ == "conj" and subject.head.tag_ in {"VBN", "VBD"} and subject.i == subject.head.i - 1
    if subject.dep_ in {"nsubjpass", "csubjpass"} or (bare and in_passive(subject.head.head)):
        return False
    gets = subject.head.lemma_ in words.receiving and child(subject.head, "dobj") is not None
    if gets or (subject.pos_ != "PRON" and subject.head.lemma_ in words.undergoing):
        return False
    if subject.lower_ in words.denying or any(part.lower_ in words.denying for part in subject.lefts):
        return False  # "no child should starve" asks no child to starve
    return subject.pos_ == "PRON" or words.is_party(subject)


def _coordinated_verbs(head: Token, words: Words) -> Iterator[tuple[Token, Token, Token | None]]:
    """(first, last, following) of each content: first is last, unless several verbs share the last one's object."""
    first = last = head
    while (following := _next_verb(last, words)) is not None:
        if not _shares_object(last, following):
            yield first, last, following
            first = following
        last = following
    yield first, last, None


def _next_verb(verb: Token, words: Words) -> Token | None:
    """The verb coordinated with this one, also where the parser hung it on a word further right."""
    beside = child(verb, "conj")
    if beside is not None:
        changed = not _goes_on_wishing(verb, beside, words) and _changes_mood(verb, beside, words)
        return beside if is_verbal(beside) and not changed else None
    if verb.dep_ in {"xcomp", "ccomp"} and _is_misplaced(above := child(verb.head, "conj"), verb, verb.head):
        return above
    node = verb
    for _ in range(SPINE):
        deeper = next((part for part in reversed(list(node.rights)) if part.dep_ not in {"punct", "cc", "conj"}), None)
        if deeper is None:
            return None
        node = deeper
        beside = child(node, "conj")
        if _is_misplaced(beside, verb, node):
            return beside
    return None


def _is_misplaced(beside: Token | None, verb: Token, node: Token) -> bool:
    """Whether a verb coordinated with another word belongs to this verb: it has its form, and not the other's."""
    if beside is None or beside.pos_ != "VERB" or beside.i < verb.i or not _is_bare(beside):
        return False
    if (aux := child(beside, "aux")) is not None and aux.tag_ in FINITE:
        return False
    return beside.tag_ == verb.tag_ != node.tag_


def _is_bare(verb: Token) -> bool:
    return child(verb, "nsubj", "nsubjpass") is None


def _changes_mood(verb: Token, beside: Token, words: Words) -> bool:
    """Whether the second verb tells a fact, not a wish: "urged him to go and left"."""
    again = verb.dep_ in {"ccomp", "xcomp"} and beside.lemma_ == verb.head.lemma_  # "let them go or let them stay"
    if again or (beside.lemma_ in words.sanctions and _is_alternative(verb, beside)):
        return True
    aux = child(beside, "aux", "auxpass")
    if aux is not None and aux.tag_ == "MD":
        own = child(verb, "aux")
        other = own is not None and own.tag_ == "MD" and own.lower_ != aux.lower_  # a wish of another kind
        return other or aux.lower_ not in words.mandative
    if verb.tag_ in FINITE:
        return False
    if beside.tag_ == "VBP" and not _is_bare(beside) and _is_bare(verb):  # "Leave, or we call the police"
        return True
    if aux is None and child(verb, "auxpass") is not None:  # "be closed and the staff paid"
        return child(beside, "dobj", "xcomp") is not None or (beside.tag_ == "VBD" and child(beside, "nsubj") is None)
    return beside.tag_ in FINITE or (aux is not None and aux.tag_ in FINITE and verb.tag_ in {"VB", "VBP"})


def _goes_on_wishing(verb: Token, beside: Token, words: Words) -> bool:
    """Whether a second clause with "that" is a wish as well: "that he go and that they stay"."""
    marks = child(verb, "mark"), child(beside, "mark")
    aux = child(beside, "aux")
    if aux is not None and aux.tag_ == "MD":
        return False
    clauses = all(mark is not None and mark.lower_ == "that" for mark in marks)
    return clauses and (is_mandative(beside, words) or (beside.tag_ not in FINITE and child(beside, "aux") is None))


def _is_alternative(verb: Token, beside: Token) -> bool:
    """Whether "or" joins the two: "leave or face arrest"."""
    return any(part.dep_ == "cc" and part.lower_ == "or" and verb.i < part.i < beside.i for part in verb.rights)


def _shares_object(verb: Token, following: Token) -> bool:
    """Whether two verbs share their words: "respect and execute the ruling", "be closed or sold"."""
    if following.i == verb.i + 1:  # "fact check", taken for two verbs
        return True
    if following.tag_ == "VBN" and in_passive(verb) and child(following, "auxpass", "nsubj", "nsubjpass") is None:
        return True
    between = verb.doc[verb.i + 1 : following.i]
    bare = bool(between) and between[0].dep_ == "cc" and all(part.dep_ == "advmod" for part in between[1:])
    return bare and child(following, "dobj") is not None


def _start(verb: Token, subject: Token | None) -> int:
    """Where the predicate starts: after "to", the modal or the subject, with a negation before "to"."""
    if subject is not None:
        return subject.left_edge.i
    start = verb.i
    for part in reversed(list(verb.lefts)):
        if part.tag_ in {"TO", "MD"}:
            before = part.nbor(-1) if part.i else part
            return before.i if before.dep_ == "neg" and before.head == verb else start
        if part.dep_ in STOPS:
            return start
        if part.dep_ == "aux" and (modal := next((t for t in part.lefts if t.tag_ == "MD"), None)) is not None:
            return modal.i + 1  # "should not be lending", with "should" hung on "be"
        if not is_clitic(part) and part.dep_ != "intj":
            start = part.left_edge.i
    return start


def is_clitic(word: Token) -> bool:
    """Whether the word is a negation written together with the one before: "can|not", "should|n't"."""
    return word.dep_ == "neg" and word.i > 0 and not word.nbor(-1).whitespace_


def _end(verb: Token, words: Words) -> int:
    """Where the predicate ends: before its purpose, its reason and what is coordinated with it."""
    end = verb.i + 1
    for part in verb.rights:
        if _is_loose(part, words):
            break
        if part.dep_ not in {"punct", "cc"}:
            end = before_aside(part, words)
    return end


def _is_loose(part: Token, words: Words) -> bool:
    """Whether the part is no more what is wanted: a purpose or reason, or another content."""
    if part.dep_ == "conj":
        return is_verbal(part)
    if is_past(part, words):
        return True
    if part.dep_ != "advcl":
        return part.dep_ == "parataxis"
    if part.tag_ == "VBG" and part.left_edge == part and part.nbor(-1).text == ",":
        return True  # "pay the farmers, ending a row"
    mark = child(part, "mark", "advmod")
    reason = mark if mark is not None and mark.i < part.i else part
    if reason.lower_ in words.reasons:
        return True
    aux = child(part, "aux")
    return aux is not None and aux.tag_ == "TO" and part.head.lemma_ not in words.causing
