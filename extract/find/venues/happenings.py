"""Which word of a clause or phrase names an event that happens at a place: by its rules, its object, its staging."""

from dataclasses import dataclass

from spacy.tokens import Token

from extract.find.venues.locating import Lexicon, Relation
from extract.find.venues.metonymy import done_to, where_clause
from extract.find.venues.places import PLACES
from extract.parse.syntax import is_passive, subject

MEASURES = frozenset({"QUANTITY", "TIME", "DATE", "CARDINAL"})
SUMS = frozenset({"MONEY", "PERCENT"})
TOLD = frozenset({"VBD", "VBG", "VBN"})  # tags of verbs that tell what happened; in the present they tell a state
NOMINAL: tuple[Relation, ...] = ("motion", "target", "locative")
FARTHEST = 8  # phrases between an event and a clause on the last of them


@dataclass(frozen=True, slots=True)
class Happening:
    """The word that names an event, and the rule that found the place at it."""

    event: Token
    rule: str


class Happenings:
    """Knows the words of events, and of the phrases around them which of their words names the event."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def related(self, relation: Relation, verb: Token, preposition: int = 0) -> Happening | None:
        """What a verb says or stages if its rules let the place hang on it so; `preposition` is the id of a word."""
        rule = self._words.verb(relation, verb, preposition)
        if rule is None:
            return None
        return Happening(self._staged(verb, any_noun=rule in self._words.complements), rule)

    def of_clause(self, head: Token) -> Happening | None:
        """The event of a clause on the place: "where they met", "bombed by rebels"."""
        if (clause := where_clause(head)) is not None:
            found = self.related("locative", clause, clause.vocab.strings["in"])
            if found is not None:
                return found
        told = done_to(self._words, head)
        return Happening(*told) if told is not None else None

    def of_aside(self, head: Token) -> Happening | None:
        """What any verb says of a site or city in a clause after a comma: "the hospital, where they were treated"."""
        clause = where_clause(head)
        if clause is None or clause.tag_ not in TOLD or self._words.plays("stative", clause):
            return None
        start = clause.left_edge.i
        if not start or head.doc[start - 1].text != ",":
            return None
        return Happening(clause, self._words.any_verb["locative", clause.vocab.strings["in"]])

    def trip(self, verb: Token, preposition: int) -> Happening | None:
        """A trip, unless something is moved, or nobody goes: "the medal went to Peru", "when it comes to Peru"."""
        if any(part.dep_ == "dobj" and part.ent_type_ not in MEASURES for part in verb.children):
            return None
        if self._words.plays("moving", verb) and is_passive(verb):
            return None
        mover = subject(verb)
        if mover is not None and (mover.lower_ == "it" or mover.ent_type_ in SUMS or self._words.plays("goods", mover)):
            return None
        return self.related("motion", verb, preposition)

    def told_of(self, verb: Token) -> Token | None:
        """The event that a verb without one of its own tells of: "there was a fire in Lima", "caught fire in Lima"."""
        parts = [part for part in verb.children if part.dep_ in {"attr", "dobj"}]
        held = self._words.plays("lasting", verb) or (self._words.plays("staging", verb) and is_passive(verb))
        if held and (staged := subject(verb)) is not None:
            parts.append(staged)
        parts += [counted for part in parts if (counted := _counted(part)) is not None]
        return next((part for part in parts if self.is_event(part)), None)

    def noun(self, noun: Token, preposition: int) -> Happening | None:
        """The noun or one that is coordinated with it, where it names an event: "turmoil and violence in Lima"."""
        counted = _counted(noun)
        for candidate in (noun, *noun.conjuncts, *([counted] if counted is not None else [])):
            if candidate.ent_type_ in PLACES or (candidate is not noun and candidate.pos_ == "VERB"):
                continue  # "the Arena in Cusco"
            if self._is_field(candidate):
                continue
            for relation in NOMINAL:
                if relation == "motion" and any(part.lower_ == "of" for part in candidate.rights):
                    continue  # "the return of the land to Peru"
                if (rule := self._words.noun(relation, candidate, preposition)) is not None:
                    return Happening(candidate, rule)
        return None

    def _is_field(self, noun: Token) -> bool:
        """Whether a noun tells what somebody is in charge of: "the head of trading at the bank"."""
        return noun.dep_ == "pobj" and noun.head.lower_ == "of" and self._words.plays("office", noun.head.head)

    def is_event(self, noun: Token) -> bool:
        """Whether the noun names what happens somewhere: "rally"."""
        return self._words.noun("locative", noun, noun.vocab.strings["in"]) is not None

    def is_of_actors(self, head: Token, noun: Token, *, broad: bool) -> bool:
        """Whether those of the place act: "Peru's invasion of Chile", "Peruvian raids", "Peru's battle to join"."""
        if head.dep_ == "poss" and (noun.ent_type_ == "ORG" or _has_aim(noun)):
            return True
        target = self._words.noun("target", noun, noun.vocab.strings["on"]) is not None
        return target and (broad or head.dep_ == "poss")

    def _staged(self, verb: Token, *, any_noun: bool) -> Token:
        """What is staged, for verbs that stage ("held a rally"); else the verb itself.

        `any_noun`: whether whatever takes place is an event, though no list has it.
        """
        if any_noun and (staged := subject(verb)) is not None and staged.pos_ in {"NOUN", "PROPN"}:
            return self._whole(staged) if verb.dep_ == "relcl" else staged
        if self._words.plays("staging", verb):
            for part in verb.children:
                if part.dep_ in {"dobj", "nsubjpass", "nsubj"} and self.is_event(part):
                    return part
        return verb

    def _whole(self, antecedent: Token) -> Token:
        """The event that a relative clause is on: "the session of the assembly which took place in Lima"."""
        noun = antecedent
        for _ in range(FARTHEST):
            if noun.dep_ != "pobj" or self.is_event(noun):
                break
            noun = noun.head.head
        return noun if self.is_event(noun) else antecedent


def _counted(noun: Token) -> Token | None:
    """What the "of" after a noun leads to: "thousands of shootings", "reports of fighting"."""
    of = next((part for part in noun.rights if part.lower_ == "of"), None)
    return next((part for part in of.rights if part.dep_ == "pobj"), None) if of is not None else None


def _has_aim(noun: Token) -> bool:
    """Whether an infinitive says what somebody does it for: "the fight to win"."""
    return any(part.dep_ in {"acl", "relcl"} and part.tag_ == "VB" for part in noun.rights)
