"""Tells a place name used for the people or government of the place from one used for the place itself.

"Lima rejected the offer" is about a government, "they met in Lima" about a city. The grammatical role of the name
decides most cases (Markert & Nissim 2007, SemEval task 8; Leveling & Hartrumpf 2008); the words that the role is
played to decide the others.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.venues.locating import Lexicon, Relation, Role

WHOLE: tuple[Role, ...] = ("site", "ground", "area", "division", "part")
EVENTS: tuple[Relation, ...] = ("motion", "target", "locative")
HYPHENS = frozenset({"-", "–", "/"})
ON_NOUNS = frozenset({"acl", "relcl"})
CLAUSE = 40  # words after a name in which a clause on it may have its verb
ROUNDS = 8  # coordinations and appositions followed to the word whose role the name shares


class Metonymy:
    """Judges the role of a place name in its clause."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def is_metonymic(self, head: Token) -> bool:
        """Whether the place whose head word this is stands for those who act there."""
        for _ in range(ROUNDS):
            if head.dep_ not in {"conj", "appos"}:
                break
            head = head.head
        if head.ent_type_ == "FAC" or where_clause(head) is not None or done_to(self._words, head) is not None:
            return False
        role, governor = head.dep_, head.head
        if role == "nsubj":
            struck = head.pos_ == "NOUN" and self._words.verb("object", governor) is not None and bare_passive(governor)
            return not struck and not self._is_said_of_place("subject", governor)
        if role in {"dobj", "nsubjpass"}:
            return not self._is_said_of_place("object", governor)
        if role in {"poss", "compound", "nmod", "amod"}:
            return hyphenated(head) or not self._is_of_place(governor)
        if role == "pobj":
            return self._acts_after(governor)
        return role == "dative"

    def _is_said_of_place(self, relation: Relation, verb: Token) -> bool:
        """Whether the verb speaks of a place as such: "reached Lima", "Lima lies on the coast"."""
        listed: Role = "describing" if relation == "subject" else "reaching"
        return self._words.verb(relation, verb) is not None or self._words.plays(listed, verb)

    def _is_of_place(self, noun: Token) -> bool:
        """Whether what the name modifies lies or happens in the place: "a Lima hospital", "Peru's civil war"."""
        while noun.dep_ == "compound":
            noun = noun.head
        if self._words.noun("modifier", noun) is not None:
            return True
        return any(self._words.plays(role, noun) for role in WHOLE)

    def _acts_after(self, preposition: Token) -> bool:
        """Whether a preposition makes a party of the name, "talks with Peru", unless it says where an event was."""
        if not self._words.plays("party", preposition):
            return False
        before = preposition.head
        if any(self._words.plays(role, before) for role in WHOLE):
            return False
        if self._words.verb("motion", before, preposition.vocab.strings["to"]) is not None:
            return False
        return all(self._words.noun(relation, before, preposition.lower) is None for relation in EVENTS)


def bare_passive(verb: Token) -> bool:
    """Whether a verb in the past may be a passive without its auxiliary: "Embassy in Lima bombed by rebels"."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    return not any(part.dep_ in {"aux", "auxpass", "dobj", "advmod", "prt"} for part in verb.children)


def done_to(words: Lexicon, head: Token) -> tuple[Token, str] | None:
    """The verb, and its rule, of a clause on the place that says what is done to it: "the hotel bombed by rebels"."""
    for clause in clauses(head):
        undergone = clause.tag_ == "VBN" if clause.dep_ == "acl" else any(map(_stands_for_object, clause.lefts))
        if undergone and (rule := words.verb("object", clause)) is not None:
            return clause, rule
    return None


def _stands_for_object(part: Token) -> bool:
    """Whether a relative pronoun is what the verb does something to: "which was bombed", "that they bombed"."""
    return part.dep_ in {"nsubjpass", "dobj"} and part.tag_ in {"WDT", "WP"}


def where_clause(head: Token) -> Token | None:
    """The verb of a "where" clause on the place."""
    for clause in clauses(head):
        if clause.dep_ == "relcl" and any(t.lower_ == "where" for t in clause.children):
            return clause
    return None


def clauses(head: Token) -> Iterator[Token]:
    """The verbs of the clauses on the place."""
    # not head.rights, which takes a walk over all that the head governs
    end = min(head.right_edge.i + 1, head.i + CLAUSE)
    if end > head.i + 1:
        yield from (t for t in head.doc[head.i + 1 : end] if t.dep_ in ON_NOUNS and t.head.i == head.i)


def hyphenated(head: Token) -> bool:
    """Whether the name is joined to another, as the parties of "the Peru-Chile war" are."""
    doc = head.doc
    after, before = head.i + 1, head.i - 1
    return (after < len(doc) and doc[after].text in HYPHENS) or (before >= 0 and doc[before].text in HYPHENS)
