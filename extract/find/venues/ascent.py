"""From a place up the parse to the event that happens there."""

from spacy.tokens import Token

from extract.find.venues.attachment import DISTANT, after_comma, before_time, governor_of, is_apart, reaching
from extract.find.venues.happenings import Happening, Happenings
from extract.find.venues.locating import Lexicon, Relation, Role
from extract.find.venues.metonymy import bare_passive

MODIFYING = frozenset({"compound", "nmod", "poss", "amod"})
VERBAL = frozenset({"VERB", "AUX"})
FARTHEST = 8  # words between a place and its event
PARTS: tuple[Role, ...] = ("part", "area", "division")
ARGUMENTS: dict[str, Relation] = {"dobj": "object", "nsubjpass": "object", "nsubj": "subject"}
CONCRETE = frozenset({"in", "at", "near", "on", "inside", "into", "outside"})
SIDES = frozenset({"of", "with", "between", "by", "against"})  # lead from an event to those who take part in it


class Ascent:
    """Climbs from a place to its event.

    Parameters:
        words: the rules.
        sites: indices of the head words of the sites and cities of the Doc; what a country is the place of by way
            of them needs no more proof than what happens at the sites themselves.
    """

    def __init__(self, words: Lexicon, sites: frozenset[int]) -> None:
        self._words = words
        self._happenings = Happenings(words)
        self._sites = sites

    def event_of(self, head: Token, *, broad: bool, steps: int = FARTHEST) -> Happening | None:
        """What happens at the place whose head word this is, or None if the text says of nothing.

        `broad`: whether the place is a country or region, of which much is said that is no event.
        """
        if steps == 0:
            return None
        found = self._happenings.of_clause(head) or self._by_role(head, steps, broad=broad)
        return self._happenings.of_aside(head) if found is None and not broad else found

    def _by_role(self, head: Token, steps: int, *, broad: bool) -> Happening | None:
        """The event by the role of the place in its clause or phrase."""
        dep = head.dep_
        if dep in ARGUMENTS:
            return self._as_argument(head, steps, broad=broad)
        if dep in {"appos", "conj"}:
            broad = broad and not (dep == "appos" and head.head.i in self._sites)  # "Lima, Peru"
            return self.event_of(head.head, broad=broad, steps=steps - 1)
        if dep in MODIFYING:
            return self._modifying(head, steps, broad=broad)
        return self._after(head.head, steps, broad=broad) if dep == "pobj" else None

    def _as_argument(self, head: Token, steps: int, *, broad: bool) -> Happening | None:
        """The event of a verb whose subject or object the place is."""
        verb = head.head
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and self._words.plays("describing", verb):
            return self.event_of(verb.head, broad=broad, steps=steps - 1)  # "the wall surrounding the palace"
        found = self._happenings.related(ARGUMENTS[head.dep_], verb)
        return found or (
            self._happenings.related("object", verb) if self._is_headline_passive(head, broad=broad) else None
        )

    def _is_headline_passive(self, head: Token, *, broad: bool) -> bool:
        """Whether a site is what the verb of a headline was done to."""
        return not broad and head.dep_ == "nsubj" and head.i in self._sites and bare_passive(head.head)

    def _is_part(self, noun: Token) -> bool:
        return any(self._words.plays(role, noun) for role in PARTS)

    def _modifying(self, head: Token, steps: int, *, broad: bool) -> Happening | None:
        noun = head.head
        if is_apart(head, noun):
            return self.event_of(noun, broad=broad, steps=steps - 1)
        if (rule := self._words.noun("modifier", noun)) is not None and not self._happenings.is_of_actors(
            head, noun, broad=broad
        ):
            return Happening(noun, rule)
        if noun.i in self._sites or self._is_part(noun):
            return self.event_of(noun, broad=broad and noun.i not in self._sites, steps=steps - 1)
        return self._modifying(noun, steps - 1, broad=broad) if noun.dep_ == "compound" and steps > 1 else None

    def _after(self, preposition: Token, steps: int, *, broad: bool) -> Happening | None:
        """The event before a preposition that the place follows."""
        lemma = preposition.lower
        dated = before_time(preposition)
        if dated is not None and (found := self._happenings.noun(dated, lemma)) is not None:
            return found
        while preposition.head.pos_ == "ADP" and preposition.head.i != preposition.i:
            preposition = preposition.head
        if preposition.lower in self._words.roles["introducing"]:
            return self._introduced(preposition.head, steps, broad=broad)
        governor = governor_of(preposition)
        if broad and lemma == preposition.vocab.strings["outside"]:
            return None
        after = self._after_verb if governor.pos_ in VERBAL else self._after_noun
        found = after(governor, lemma, steps, broad=broad)
        if found is not None and found.rule in self._words.loose and self._is_seat(preposition):
            return None
        sure = found is not None and found.rule not in self._words.loose
        if sure or preposition.i == 0 or self._words.is_idiom(governor, lemma):
            return found
        return self._happenings.noun(preposition.nbor(-1), lemma) or found  # "said the semi-final in Lima"

    def _introduced(self, governor: Token, steps: int, *, broad: bool) -> Happening | None:
        """The event of the noun that a place stands for, or of the verb whose reach it tells: "as far away as Lima"."""
        if governor.lower_ in DISTANT and (verb := reaching(governor)) is not None:
            return self._after_verb(verb, governor.vocab.strings["in"], steps, broad=broad)
        return self.event_of(governor, broad=broad, steps=steps - 1)

    def _is_seat(self, preposition: Token) -> bool:
        """Whether a preposition leads to the seat of those before it: "criticised the government in Lima"."""
        return preposition.i > 0 and self._words.plays("ruling", preposition.nbor(-1))

    def _after_verb(self, verb: Token, preposition: int, steps: int, *, broad: bool) -> Happening | None:
        if self._words.figures(verb) or self._words.is_idiom(verb, preposition):
            return None
        found = self._happenings.trip(verb, preposition) or self._happenings.related("locative", verb, preposition)
        if found is not None:
            return found
        if verb.dep_ == "acl" and verb.head.i in self._sites and self._words.plays("stative", verb):
            return self.event_of(verb.head, broad=False, steps=steps - 1)
        rule = self._words.any_verb.get(("locative", preposition))
        if rule is None:
            return None
        if (event := self._happenings.told_of(verb)) is not None:
            return Happening(event, rule)
        too_broad = broad and rule in self._words.narrow
        return Happening(verb, rule) if not too_broad and not self._words.plays("stative", verb) else None

    def _after_noun(self, noun: Token, preposition: int, steps: int, *, broad: bool) -> Happening | None:
        if (event := self._happenings.noun(noun, preposition)) is not None:
            return event
        if preposition == noun.vocab.strings["of"]:
            return self.event_of(noun, broad=broad, steps=steps - 1) if self._is_part(noun) else None
        generic = noun.i in self._sites or self._is_part(noun) or self._words.plays("site", noun)
        if (generic or self._is_located(noun)) and self._words.leads_to_place(preposition):
            broad = broad and noun.i not in self._sites
            if (found := self.event_of(noun, broad=broad, steps=steps - 1)) is not None:
                return found
        return self._misattached(noun, preposition, broad=broad)

    def _is_located(self, noun: Token) -> bool:
        """Whether a noun itself tells where, as a thing that is there does: "in a lift", but not "in business"."""
        if noun.dep_ != "pobj" or noun.head.lower_ not in CONCRETE:
            return False
        if noun.head.lower_ != "in" or self._words.plays("institution", noun):
            return True
        return any(part.dep_ in {"det", "poss"} for part in noun.lefts)

    def _misattached(self, noun: Token, preposition: int, *, broad: bool) -> Happening | None:
        """The event of which the noun before the preposition is a part: "the killing of two men in Lima"."""
        if preposition == noun.vocab.strings["on"]:
            return None
        if noun.dep_ in {"dobj", "nsubjpass"}:
            return self._after_object(noun.head, preposition)
        if noun.dep_ == "nsubj" and noun.i > noun.head.i and after_comma(noun.doc, preposition, noun):
            return self._after_verb(noun.head, preposition, 1, broad=broad)
        return self._after_complement(noun.head, preposition, broad=broad) if noun.dep_ == "pobj" else None

    def _after_complement(self, before: Token, preposition: int, *, broad: bool) -> Happening | None:
        """The event that another prepositional phrase stands after: "met for an hour in Lima"."""
        event = before.head
        if event.pos_ in VERBAL:
            if before.lower_ == "during":
                return self._after_verb(event, preposition, 1, broad=broad)
            return self._happenings.related("locative", event, preposition)
        return self._happenings.noun(event, preposition) if before.lower_ in SIDES else None

    def _after_object(self, verb: Token, preposition: int) -> Happening | None:
        """The event of a verb and its object, or of the noun that both describe: "a crash involving a bus in Lima"."""
        if self._words.figures(verb):
            return None
        found = self._happenings.related("locative", verb, preposition)
        return self._happenings.noun(verb.head, preposition) if found is None and verb.dep_ == "acl" else found
