"""Whom a description means: who stands beside it, who has such a role, or somebody new."""

from collections import defaultdict

from spacy.tokens import Token

from extract.find.actors.lexicon import Lexicon
from extract.link.affiliations import owners
from extract.link.antecedents import Antecedents
from extract.link.apposition import described_role, neighbours
from extract.link.binding import SUBJECT, disjoint
from extract.link.cast import Cast, core
from extract.link.identification import identified
from extract.link.likeness import distinctions, is_elsewhere, named
from extract.link.scene import Scene
from extract.parse.frames import Entity, Mention
from extract.parse.syntax import is_passive

INDEFINITE = frozenset({"a", "an", "another", "any", "every", "no", "one", "some"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SPEAKER, PEOPLE = "actor.speaker", "actor.people"
ISSUERS = frozenset({"organization", "person", "source"})
REMEMBERED = 200  # mentions back in which a role or name is remembered


class Descriptions:
    """Resolves the descriptions of one article."""

    def __init__(self, cast: Cast, scene: Scene, heard: Antecedents, home: str | None, lexicon: Lexicon) -> None:
        self._cast = cast
        self._scene = scene
        self._heard = heard
        self._home = home
        self._lexicon = lexicon
        self._called: dict[int, set[str]] = defaultdict(set)  # the nouns by which an entity has been described
        self._issued: dict[str, Entity] = {}  # whose statement, whose letter was told of last

    def resolve(self, mention: Mention) -> Entity | None:
        """The entity that a description means, made if new; the mention joins it. Nobody for a share of nobody told."""
        head = self._scene.doc[mention.head]
        if head.lemma_ in self._lexicon.words["share"]:
            whole = self.shared()
            return self._cast.join(whole, mention) if whole is not None else None
        entity = self.beside(head, mention) or self.namesake(head, mention)
        if entity is None and mention.rule == PEOPLE:
            entity = self.compatriot(mention)
        if entity is None and mention.kind == "government":
            entity = self.government(mention, head)
        if entity is None and mention.kind == "source":
            entity = self.issuer(mention) or self.issued_before(head)
            self.take_note(head)
        if entity is None and self.is_one(mention, head) and self.is_definite(head):
            entity = self.known_as(mention, head) or self.general(mention, head) or self.named_later(mention, head)
        if entity is None and not mention.plural and mention.kind == "organization":
            entity = self.workplace(head)
        if entity is None and not mention.plural and self.is_of_one(head):
            entity = identified(mention, self._scene, self._cast)
            if entity is not None:
                entity.role = entity.role or described_role(mention)
        if entity is not None:
            self._called[id(entity)].add(head.lemma_.lower())
            return self._cast.join(entity, mention)
        return self._cast.describe(mention, self.owner(head))

    def shared(self) -> Entity | None:
        """Those told of last as a share: "voters", after "40 percent of the voters"."""
        shares = self._lexicon.words["share"]
        counted = (m for m in self._heard.all_before(REMEMBERED) if any(t.lemma_ in shares for t in m.span[:-1]))
        return next((m.entity for m in counted if m.kind == "group"), None)

    def government(self, mention: Mention, head: Token) -> Entity | None:
        """The government of the country named, or of the article's own; a "regime" is one called so before."""
        noun = head.lemma_.lower()
        if mention.country is None and noun in self._lexicon.words["regime"]:
            return self.called(noun)
        whose = self.owner(head)
        own = whose.country if whose is not None and whose.kind == "person" else None  # "his country"
        return self._cast.government(mention.country or own or self._home or "")

    def named_later(self, mention: Mention, head: Token) -> Entity | None:
        """The one body of the article whose name has the noun: "police", and later "the Lima Police Department"."""
        noun, telling = head.lemma_.lower(), distinctions(head)
        official = noun in self._lexicon.words["official body"] or noun in self._lexicon.words["definite"]
        if mention.kind != "organization" or not official:
            return None
        named = self._cast.bodies(noun)
        one = named[0] if len(named) == 1 else None
        apt = one is not None and telling <= set(one.name.lower().split()) and not is_elsewhere(one, mention)
        return one if apt else None

    def compatriot(self, mention: Mention) -> Entity | None:
        """Who "the Italian" is: the most salient person, or the last one, of whom no other country is told."""
        salient = self._heard.find(mention)
        if salient is not None and not is_elsewhere(salient, mention):
            return salient
        others = (m.entity for m, _ in self._heard.recent(mention) if m.kind == "person" and m.name is not None)
        return next((e for e in others if e is not None and e.country == mention.country), None)

    def workplace(self, head: Token) -> Entity | None:
        """The business to whose people the possessor belongs: "his bank", of the chief executive of the Andean Bank."""
        owner = self.owner(head) if head.lemma_.lower() in self._lexicon.words["business"] else None
        if owner is None or owner.kind != "person":
            return None
        known = owners(owner, self._scene, self._lexicon)
        bodies = [o for o in known if o.kind == "organization" and any(m.name for m in o.mentions)]
        return next((body for body in bodies if self.suits(head.lemma_.lower(), head, body)), None)

    def called(self, noun: str) -> Entity | None:
        """Who was last described by the noun."""
        heard = (other.entity for other in self._heard.all_before(REMEMBERED))
        return next((e for e in heard if e is not None and noun in self._called.get(id(e), ())), None)

    def owner(self, head: Token) -> Entity | None:
        """Whose somebody is: the entity of the possessor, if it is resolved."""
        owner = next((t for t in head.lefts if t.dep_ == "poss"), None)
        mention = self._scene.mention(owner.i) if owner is not None else None
        return mention.entity if mention is not None else None

    def namesake(self, head: Token, mention: Mention) -> Entity | None:
        """The body whose name a description in capitals turns out to be: "the Prosecutor's Office"."""
        if mention.kind not in {"organization", "group"} or head.tag_ != "NNP":
            return None
        return self._cast.body(core(mention)) or self.like_named(head, mention)

    def like_named(self, head: Token, mention: Mention) -> Entity | None:
        """The body with a like name: "the NDC Caucus" for "the National Council (NDC) Caucus"."""
        words = {t.text for t in mention.span if t.tag_ == "NNP"} - {head.text}
        like = [
            b for b in self._cast.bodies(head.lower_) if words & set(b.name.split()) and not is_elsewhere(b, mention)
        ]
        return like[0] if len({b.name.split()[0] for b in like}) == 1 else None

    def beside(self, head: Token, mention: Mention) -> Entity | None:
        """The named entity that the description stands beside: "Flores, the minister", "Flores is the minister"."""
        for token in neighbours(head, self._lexicon):
            other = self._scene.mention(token.i)
            if other is None or not other.name or other.entity is None or bool(other.plural) != bool(mention.plural):
                continue
            either = other.kind == "organization" and head.lemma_.lower() in self._lexicon.words["either"]
            if mention.kind == other.kind or mention.rule == SPEAKER or either:
                if other.entity.kind == "person":
                    other.entity.role = self.office_of(other.entity, head) or described_role(mention)
                if not self._cast.genders(other.entity):
                    self._cast.learn_gender(other.entity, mention.gender)
                return other.entity
        return None

    def office_of(self, entity: Entity, head: Token) -> str | None:
        """The role known of somebody; none where it is but a rank and the description tells an office."""
        offices = self._lexicon.words["office"]
        ranked = entity.role is not None and entity.role.lower().split()[-1] in self._lexicon.words["military"]
        return None if ranked and head.lemma_.lower() in offices else entity.role

    def is_definite(self, head: Token) -> bool:
        """Whether the noun has a definite article or pronoun, or needs none: "police"."""
        determiner = next((t.lower_ for t in head.lefts if t.dep_ in {"det", "poss"}), None)
        return determiner in DEFINITE if determiner else head.lower_ in self._lexicon.words["definite"]

    def is_one(self, mention: Mention, head: Token) -> bool:
        """Whether a description is of one person or body: "police" is, plural as it may be."""
        return not mention.plural or head.lower_ in self._lexicon.words["definite"]

    def is_of_one(self, head: Token) -> bool:
        """Whether the noun is an office of one holder, and not any of several: "Peru's minister", not "a minister"."""
        any_of_several = any(t.lower_ in INDEFINITE for t in head.lefts)
        return not any_of_several and head.lemma_.lower() in self._lexicon.words["office"]

    def issuer(self, mention: Mention) -> Entity | None:
        """The entity whose document speaks: "the bank's report", "a study by the bank", "an auditor's report"."""
        for token in mention.span:
            other = self._scene.mention(token.i)
            if other is not None and (other.name or token.dep_ == "poss") and other.kind in ISSUERS:
                return other.entity
            if token.pos_ == "PROPN" and token.i < mention.head and (body := self._cast.body(token.text)) is not None:
                return body
        return None

    def take_note(self, document: Token) -> None:
        """Remembers whose document it is: "in a statement, Flores said", "Flores sent a letter"."""
        link = document.head if document.dep_ == "pobj" else document
        verb = link.head
        issued = link.dep_ in {"prep", "dobj"} and verb.pos_ == "VERB" and not is_passive(verb)
        subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None) if issued else None
        mention = self._scene.mention(subject.i) if subject is not None else None
        if mention is not None and mention.name is not None and mention.entity is not None:
            self._issued[document.lemma_.lower()] = mention.entity

    def issued_before(self, document: Token) -> Entity | None:
        """Who issued the document, if it is one told of before: "the statement"."""
        again = any(t.lower_ in DEFINITE for t in document.lefts) and document.dep_ in {"nsubj", "nsubjpass"}
        return self._issued.get(document.lemma_.lower()) if again else None

    def general(self, mention: Mention, head: Token) -> Entity | None:
        """The most salient entity, where a general noun takes it up: "the company", "the far-right leader"."""
        words = self._lexicon.words["generic" if mention.kind == "person" else "body"]
        noun = head.lemma_.lower()
        if not {noun, noun.partition("-")[2]} & words.keys() or any(t.dep_ == "prep" for t in head.rights):
            return None
        entity = self.speaker(mention, head) or self._heard.find(mention) or self.unnamed(mention)
        if entity is None or is_elsewhere(entity, mention) or self.is_reporter(entity, head):
            return None
        if self.is_beside_itself(entity, mention):
            return None
        if mention.kind == "person":
            return None if self.holds_another(entity, noun, distinctions(head)) else entity
        return entity if self.suits(noun, head, entity) else None

    def speaker(self, mention: Mention, head: Token) -> Entity | None:
        """The unnamed person who spoke last in the paragraph: "the woman", after "a teacher"."""
        last = self._scene.last_speaker(head.i) if mention.gender in {"m", "f"} else None
        if last is None or last.kind != "person" or any(m.name for m in last.mentions):
            return None
        near = self._scene.paragraph(last.mentions[-1].head) == self._scene.paragraph(head.i)
        return last if near and not last.mentions[0].plural and self._cast.genders(last) <= {mention.gender} else None

    def is_beside_itself(self, entity: Entity, mention: Mention) -> bool:
        """Whether the entity is another argument of the verb, so that the description tells of somebody else."""
        others = (self._scene.mention(i) for i in disjoint(mention, self._scene))
        return any(other is not None and other.entity is entity for other in others)

    def is_reporter(self, entity: Entity, head: Token) -> bool:
        """Whether the entity says the words that hold the description: who says "the driver" hardly means himself."""
        quote = self._scene.quote(head.i)
        mention = self._scene.mention(quote.source.root.i) if quote is not None and quote.source is not None else None
        return mention is not None and mention.entity is entity

    def unnamed(self, mention: Mention) -> Entity | None:
        """Who was last described, without a name, as of the same sex: "the woman", after "a female driver"."""
        sex = {mention.gender} & {"m", "f"}
        for other, _ in self._heard.recent(mention) if sex else ():
            if other.name is None and other.kind == "person" and not other.plural and other.entity is not None:
                return other.entity if self._cast.genders(other.entity) == sex else None
        return None

    def is_another(self, entity: Entity, head: Token) -> bool:
        """Whether words tell a public body from that of another name: "presidential", no Prosecutors' Office.

        "State-run" and the like only describe.
        """
        words = self._lexicon.words
        if entity.kind != "organization" or head.lemma_.lower() not in words["official body"]:
            return False
        plain = (t.lower_ for t in head.lefts if t.i == 0 or t.nbor(-1).text != "-")
        said = (distinctions(head) & set(plain)) - words["vague"].keys()
        return bool(said) and said.isdisjoint(entity.name.lower().split())

    def holds_another(self, entity: Entity, noun: str, telling: set[str]) -> bool:
        """Whether somebody is not known by the office: a foreign minister is no finance minister, and no mayor."""
        role = self.offices(entity)
        if noun in role:
            deputy = role & self._lexicon.words["deputy"].keys()
            return bool((role != {noun} and telling and not telling & role) or deputy - telling)
        return noun in self._lexicon.words["office"]

    def offices(self, entity: Entity) -> set[str]:
        """The words of somebody's role, "premier" among those of a "prime minister"."""
        role = (entity.role or "").lower()
        others = self._lexicon.words["other office name"].items()
        return {*role.split(), *(rule.noun for name, rule in others if rule.noun and name in role)}

    def suits(self, noun: str, head: Token, entity: Entity) -> bool:
        """Whether a general noun may take up a body: no court is a company, nor a state oil company any company.

        Where it is tells no body apart: "the Peruvian company", "the Lima-based company".
        """
        words = self._lexicon.words
        name = set(entity.name.lower().split())
        if distinctions(head) or noun in words["official body"]:
            return False
        for names, nouns in (("trade", "business"), ("press", "outlet")):
            if name & words[names].keys() and noun not in words[nouns]:
                return False
        if noun in words["business"] and name & words["business"].keys():
            return True  # "the firm", of the Lares Company
        return not (words["body"].keys() & name) or noun in words["any"]

    def takes_over(self, other: Mention, entity: Entity, head: Token) -> bool:
        """Whether a body, the subject of this sentence or the one before, is nearer than any known by the noun."""
        noun = head.lemma_.lower()
        if entity.kind != "organization" or other.name is None or noun not in self._lexicon.words["body"]:
            return False
        near = self._scene.distance(other.head, head.i) <= 1 and self._scene.doc[other.head].dep_ in SUBJECT
        return near and not any(t.dep_ == "prep" for t in head.rights) and self.suits(noun, head, entity)

    def known_as(self, mention: Mention, head: Token) -> Entity | None:
        """The entity last mentioned whose role, name or description has the noun: "the minister", "the bank"."""
        noun, telling = head.lemma_.lower(), distinctions(head)
        for other in self._heard.all_before(REMEMBERED):
            entity = other.entity
            if entity is None or entity.kind != mention.kind or is_elsewhere(entity, mention):
                continue
            if self.takes_over(other, entity, head) and not self.is_beside_itself(entity, mention):
                return entity
            if self.is_another(entity, head):
                continue
            if noun in self.offices(entity) | named(entity) and not self.holds_another(entity, noun, telling):
                return entity
            if not telling and noun in self._called.get(id(entity), ()):
                return entity
        return None
