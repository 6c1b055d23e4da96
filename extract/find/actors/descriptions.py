"""Mentions without a name: nouns for people and bodies, and whoever speaks or is spoken to."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from extract.find.actors.acting import acts, is_quantity
from extract.find.actors.lexicon import ActorsRule, Lexicon
from extract.find.actors.names import after_break, is_attitude
from extract.find.actors.voices import NAMED, give_name, parties
from extract.parse.countries import Countries
from extract.parse.frames import Mention
from extract.parse.syntax import noun_phrase

PLURAL = frozenset({"NNS", "NNPS"})
SINGULAR = frozenset({"NN", "NNP"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
PLACED = frozenset({"in", "at", "near", "outside"})
COUNTED = frozenset({"person", "organization", "government"})  # several of them are a group
# a noun that only modifies another stands for nobody, nor does "patient" in "be patient"
INNER = frozenset({"compound", "amod", "nmod", "nummod", "acomp"})


class Descriptions:
    """Finds the descriptions of one Doc."""

    def __init__(self, doc: Doc, ents: Iterable[Span], lexicon: Lexicon, countries: Countries) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._countries = countries
        self._persons = {ent.start: ent for ent in ents if ent.label_ == "PERSON"}
        self._surnames = {ent[-1].text for ent in self._persons.values()}
        self._ends = {ent.end: ent for ent in self._persons.values()}

    def described(self) -> Iterator[Mention]:
        """One mention for each noun that stands for a person or body."""
        lemmas, lowers = self._doc.to_array(["LEMMA", "LOWER"]).T.tolist()
        known = self._lexicon.ids
        for i, (lemma, lower) in enumerate(zip(lemmas, lowers, strict=True)):
            rule = known.get(lower) or known.get(lemma)
            if rule is None:
                continue
            token = self._doc[i]
            if self.stands_alone(token):
                yield self.mention(token, rule)

    def speaking(self) -> Iterator[Mention]:
        """One mention for each source and addressee of a statement or demand."""
        for head, party in parties(self._doc):
            speaker = self._lexicon.speaker if party == "voice" or (head.tag_ in NAMED and head.is_alpha) else None
            rule = self._rule(head) or speaker
            if head.lemma_ in self._lexicon.words["share"] and head.tag_ != "JJ" and not self.is_covered(head):
                yield Mention(noun_phrase(head), head.i, "actor.noun.person", "group", plural=True)
                continue
            if (
                rule is None
                or self.is_covered(head)
                or (rule.speaks and head.lemma_ in self._lexicon.words["quantity"])
            ):
                continue
            if head.pos_ in NOMINAL or head.tag_ in NAMED:
                found = self.mention(head, rule)
                told = party == "told" and (rule.kind != "person" or bool(found.plural))
                found.acts = not (told or self.adds_up(head) or self.is_own_side(head))
                named = not head.is_lower and (head.tag_ in NAMED or head.is_upper or self.is_surname(head))
                if rule.speaks and named and head.is_alpha:
                    give_name(found, head)
                yield found

    def is_surname(self, head: Token) -> bool:
        """Whether a noun is the last word of a person's name, taken for a common noun by the tagger."""
        return head.is_title and head.text in self._surnames

    def is_title(self, token: Token) -> bool:
        """Whether a plural is the title of several: "ministers Ana Flores and Juan Ruiz"."""
        return token.tag_ in PLURAL and token.i + 1 in self._persons

    def is_covered(self, head: Token) -> bool:
        """Whether somebody else stands for who speaks: a name right before, or those of whom the noun is a share."""
        named = not head.ent_type_ and head.i > 0 and self._doc[head.i - 1].ent_type_ == "PERSON"
        return named or self.is_title(head) or is_quantity_of_others(head, self._lexicon)

    def stands_alone(self, token: Token) -> bool:
        """Whether the noun itself stands for somebody, and is no part of a name, title or quantity."""
        aged = token.lower_ in self._lexicon.words["aged"]
        if token.pos_ not in NOMINAL or token.dep_ in INNER or (token.ent_type_ and not aged):
            return False
        if self.is_part(token) or self.is_title(token) or self.is_limb(token) or self.is_no_wing(token):
            return False
        if aged and self._doc[token.i - 1].text != "-":
            return False
        return not is_quantity_of_others(token, self._lexicon)

    def counted(self, head: Token) -> Span:
        """The phrase of a noun, with how many there are: "hundreds of workers of the port and its suppliers"."""
        span, first = noun_phrase(head), head
        while first.dep_ == "pobj" and is_quantity(first.head, self._lexicon) and first.head.head.i < first.i:
            first = first.head.head
        start = span.start if first is head else min(span.start, noun_phrase(first).start)
        own = next((t for t in head.rights if t.dep_ == "conj" and any(p.lower_ == "its" for p in t.lefts)), None)
        end = span.end if own is None else max(span.end, own.i + 1)
        return self._doc[after_break(self._doc, start, head.i) : end]

    def is_limb(self, token: Token) -> bool:
        """Whether the noun is a part of somebody's body: "her head"."""
        if token.lower_ not in self._lexicon.words["body part"]:
            return False
        owner = next((t for t in token.lefts if t.dep_ == "poss"), None)
        return owner is not None and (owner.tag_ == "PRP$" or owner.ent_type_ == "PERSON" or self.is_person(owner))

    def is_no_wing(self, token: Token) -> bool:
        """Whether a noun is no camp: "rights", "a right"; "the right" is one."""
        if token.lemma_ not in self._lexicon.words["wing"]:
            return False
        return token.tag_ in PLURAL or all(t.lower_ != "the" for t in token.lefts)

    def is_person(self, token: Token) -> bool:
        """Whether the noun stands for a person."""
        rule = self._lexicon.nouns.get(token.lemma_)
        return rule is not None and rule.kind == "person"

    def is_part(self, token: Token) -> bool:
        """Whether a capitalised noun is but a part of a name or title that the recogniser broke up."""
        if token.tag_ != "NNP" or token.is_sent_start or any(t.dep_ == "det" for t in token.lefts):
            return False
        after = self._doc[token.i + 1] if token.i + 1 < len(self._doc) else token
        return not (after.ent_type_ == "PERSON" or after.lower_ in {"of", "for"})

    def mention(self, head: Token, rule: ActorsRule) -> Mention:
        """The mention of a noun: its phrase, kind, number and country; with its name where it is the title of one."""
        span = self.counted(head)
        plural = head.tag_ in PLURAL
        ent = self.titled(head, span) if rule.kind == "person" and not plural else None
        if ent is not None:
            span = self._doc[span.start : ent.end]
        return Mention(
            span=span,
            head=head.i,
            rule=rule.id,
            kind="group"
            if plural and rule.kind in COUNTED and head.lower_ not in self._lexicon.words["definite"]
            else rule.kind,
            name=ent.text if ent is not None else None,
            role=self.title(span.start, ent.start) if ent is not None else None,
            country=self.country(self.home(span, head)),
            acts=rule.kind != "source"
            and acts(head, self._lexicon)
            and not (plural and self.only_undergoes(head))
            and not self.adds_up(head)
            and not (rule.kind == "government" and self.only_undergoes(head))
            and not self.is_own_side(head),
            plural=plural,
            gender=self._lexicon.sex(head) if rule.kind == "person" else "n",
            unnamed=rule.kind == "source",
        )

    def home(self, span: Span, head: Token) -> Span:
        """The part of a phrase that tells where one is at home: not of a "friend of Peru", nor of a bank "in Peru"."""
        if head.lemma_ in self._lexicon.words["relation"]:
            return self._doc[span.start : head.i + 1]
        return span if head.tag_ in PLURAL else before_place(span, head)

    def title(self, start: int, end: int) -> str | None:
        """The words before a name without article, possessor and nationality at their beginning."""
        while start < end and (
            self._doc[start].dep_ in {"det", "poss", "case"} or self._countries.code(self._doc[start].text) is not None
        ):
            start += 1
        return self._doc[start:end].text if start < end else None

    def only_undergoes(self, head: Token) -> bool:
        """Whether a group does no more than have, get or see something, or is asked how many it is."""
        verb = head.head
        idle = verb.lemma_ in self._lexicon.words["weak"] or any(t.tag_ == "MD" for t in verb.lefts)
        return head.dep_ == "nsubj" and (idle or self._doc[head.left_edge.i].tag_ == "WRB")

    def adds_up(self, head: Token) -> bool:
        """Whether a noun only adds up those already named: "both countries", "each side", "the two ministers"."""
        words = [t.lower_ for t in head.lefts if t.dep_ != "preconj"]  # "both the government and the unions"
        return any(word in self._lexicon.words["sum"] for word in words) and words[0] != "two"

    def is_own_side(self, head: Token) -> bool:
        """Whether somebody speaks of himself and others: "our side"."""
        own = self._lexicon.words["speaker"]
        return head.lemma_ in self._lexicon.words["side"] and any(t.lower_ in own for t in head.lefts)

    def country(self, span: Span) -> str | None:
        """The country that the words of a description name."""
        return next(
            (
                code
                for t in span
                if t.text[0].isupper()
                and (code := self._countries.code(t.text))
                and t.ent_type_ != "PERSON"
                and not is_attitude(t)
            ),
            None,
        )

    def titled(self, head: Token, span: Span) -> Span | None:
        """The person whose title the noun is: "coach Ana Flores", "head of the council Ana Flores"."""
        if (ent := self._persons.get(head.i + 1)) is not None:
            return ent
        if (ent := self._ends.get(span.end)) is not None and ent.start > head.i:
            apart = any(t.text == "," for t in self._doc[head.i : ent.start]) or self.is_complement(ent)
            return None if apart else ent
        if (ent := self.second_subject(head)) is not None:
            return ent
        other = next((t for t in head.rights if t.dep_ == "conj"), None)
        if other is not None and (ent := self._ends.get(other.i + 1)) is not None and ent.start > head.i + 2:
            before = self._doc[ent.start - 1]
            return ent if before.lower_ in self._lexicon.nouns else None
        return None

    def is_complement(self, ent: Span) -> bool:
        """Whether a preposition leads to the name, with or without its title: "spokesman for President Ana Flores"."""
        before = self._doc[ent.start - 1]
        if before.tag_ in SINGULAR and self.is_honour(before):
            while before.tag_ in SINGULAR or before.dep_ == "amod":
                before = before.nbor(-1)
        return before.tag_ == "IN"

    def is_honour(self, token: Token) -> bool:
        """Whether the word before a name is a title of its bearer: "Mr", "Minister"."""
        rule = self._lexicon.nouns.get(token.lower_)
        return token.text in self._lexicon.words["honorific"] or (rule is not None and rule.kind == "person")

    def second_subject(self, head: Token) -> Span | None:
        """The person that the parser made a second subject of the verb: "head of the council Ana Flores said"."""
        for token in head.head.lefts if head.dep_ == "nsubj" else ():
            ent = self._ends.get(token.i + 1)
            if token.i > head.i and token.dep_ == "nsubj" and ent is not None:
                return ent if all(t.text not in {",", "and"} for t in self._doc[head.i : ent.start]) else None
        return None

    def _rule(self, head: Token) -> ActorsRule | None:
        nouns = self._lexicon.nouns
        return nouns.get(head.lower_) or nouns.get(head.lemma_) or nouns.get(head.lower_.partition("-")[2])


def before_place(span: Span, head: Token) -> Span:
    """The phrase of one person or body without where it is: "the bank" of "the bank in Lima"."""
    place = next((t for t in head.rights if t.dep_ == "prep" and t.lower_ in PLACED), None)
    return span.doc[span.start : min(span.end, place.i)] if place is not None else span


def is_quantity_of_others(token: Token, lexicon: Lexicon) -> bool:
    """Whether the noun only counts who follows: "a group of teenagers"."""
    return token.lemma_ in lexicon.words["quantity"] and any(
        t.dep_ == "prep" and t.lower_ == "of" for t in token.rights
    )
