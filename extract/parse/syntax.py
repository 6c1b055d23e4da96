"""Questions about a parsed sentence that several finders ask: who is the subject, how far does a phrase reach.

Labels are those of the ClearNLP dependency scheme (Choi & Palmer 2012) that spaCy's English models use.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

TENSED = frozenset({"VBD", "VBZ", "VBP"})
FINITE = TENSED | {"MD"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
CLAUSES = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "csubj", "csubjpass", "parataxis"}
)
_CHAIN = 30  # clauses in a row that may share a subject; endless lists are no prose
# what hangs on a noun without belonging to its name or description
LOOSE = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis", "dep"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the labels."""
    return next((t for t in token.children if t.dep_ in deps), None)


def subject(verb: Token) -> Token | None:
    """The grammatical subject: the verb's own, or that of the clause which shares or controls it."""
    for _ in range(_CHAIN):
        own = child(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
        if own is not None:
            return verb.head if own.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else own
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in {"conj", "advcl", "xcomp"} or verb.head.i == verb.i:
            return None
        if verb.dep_ == "xcomp" and (controller := child(verb.head, "dobj", "dative")) is not None:
            return controller
        verb = verb.head
    return None


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb says: the object of its "by"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice, or a bare past participle after a noun."""
    return child(verb, "auxpass", "nsubjpass") is not None or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def negation(verb: Token) -> Token | None:
    """The word that negates the verb: not, never, no longer."""
    return child(verb, "neg")


def coordinated(token: Token) -> Iterator[Token]:
    """The token and all that "and", "or" or a comma puts beside it, in order."""
    pending = [token]
    while pending:
        token = pending.pop()
        yield token
        pending.extend(reversed([other for other in token.children if other.dep_ == "conj"]))


def noun_phrase(head: Token) -> Span:
    """The phrase of a noun with its determiner, adjectives and "of"-phrases; no relative clause or apposition."""
    start, end = head.i, head.i + 1
    for part in head.children:
        if part.dep_ not in LOOSE:
            start, end = min(start, part.left_edge.i), max(end, inner_end(part))
    return head.doc[start:end]


def inner_end(part: Token) -> int:
    """Where a part of a phrase ends, its own loose ends (clauses, appositions) left out."""
    end, pending = part.i + 1, [part]
    while pending:
        token = pending.pop()
        end = max(end, token.i + 1)
        pending.extend(t for t in token.rights if t.dep_ not in {"relcl", "acl", "appos", "punct", "parataxis"})
    return end


def clause_verb(token: Token) -> Token:
    """The verb of the smallest clause that holds the token, or the root of its sentence."""
    while token.dep_ not in CLAUSES or (token.dep_ == "conj" and token.pos_ not in {"VERB", "AUX"}):
        if token.head.i == token.i:  # a root without a label: the text has no parse
            break
        token = token.head
    return token


def subtree(token: Token, *without: str) -> Span:
    """The span from the first to the last word that depends on the token, children of the labels `without` left out."""
    start, end = token.i, token.i + 1
    for part in token.children:
        if part.dep_ not in without:
            start, end = min(start, part.left_edge.i), max(end, part.right_edge.i + 1)
    return token.doc[start:end]


def trimmed(span: Span) -> Span | None:
    """The span without white space and loose punctuation at its edges, or None if nothing is left."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (doc[end - 1].is_space or (doc[end - 1].is_punct and not _closes(doc[start:end]))):
        end -= 1
    return doc[start:end] if start < end else None


def _closes(span: Span) -> bool:
    """Whether the point at the end belongs to the words before: "by 5%", "steel (and coal)"."""
    return span[-1].text == "%" or (span[-1].text == ")" and any(token.text == "(" for token in span))


def sentences(doc: Doc) -> list[Span]:
    """The sentences; the whole text as one where the parse has none."""
    return list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]
