"""Whom a pronoun means: the most salient entity that agrees with it.

Salience after Lappin & Leass (1994): each mention gives its entity a weight by its grammatical role, halved with every
sentence that has passed since.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.find.actors.lexicon import Lexicon
from extract.link.binding import SUBJECT, disjoint, fronted, owning, present, reporting
from extract.link.cast import Cast
from extract.link.scene import Scene
from extract.link.things import is_thing, reach, rival
from extract.parse.frames import Entity, Mention

GENDERED = 2.0  # weight of a known gender
SPEAKING = 1.5  # weight of having been quoted last, for who goes on speaking
ADDING = 12.0  # weight of having been quoted last, for who may be "they" alone, and for who "added"
REPORTING = 22.0  # weight of who reports something, for its subject: more than all but a rival as near
OWNING = 6.0  # weight of whom a relative clause tells what is his or hers
NAMELESS = 0.5  # of the weight of a description that shows no gender
NEARBY = 2.0  # times the weight, of who is mentioned in the same paragraph
COLLECTIVE = 0.4  # of the weight of a body, for "they"
REACH = 4  # sentences back
DEEP = 60  # mentions back
NEAREST = 20  # mentions back among which are the arguments of the same verb
OBJECT = frozenset({"dobj", "dative", "attr", "oprd"})


class Antecedents:
    """Looks back over the mentions of one article, told of each as it comes."""

    def __init__(self, cast: Cast, scene: Scene, lexicon: Lexicon) -> None:
        self._cast = cast
        self._adding = lexicon.words["adding"]
        self._scene = scene
        self._heard: list[Mention] = []
        self._voices: dict[str, Entity] = {}  # who of each kind spoke last

    def hear(self, mention: Mention) -> None:
        """Takes note of a mention whose entity is known."""
        self._heard.append(mention)
        if mention.entity is not None and self._scene.is_source(mention.head):
            self._voices[mention.entity.kind] = mention.entity

    def find(self, pronoun: Mention) -> Entity | None:
        """The entity that the pronoun means; None where no one or two alike fit, or a thing is as near."""
        reporter = reporting(pronoun, self._scene)
        if is_thing(pronoun, reporter, self._scene):
            return None
        weighed = self._weigh(pronoun, reporter)
        if weighed is None:
            return None
        for voice in self._voices.values() if self._scene.is_source(pronoun.head) else ():
            if id(voice) not in weighed and self._speaks_on(pronoun, voice, alone=not weighed):
                weighed[id(voice)] = (voice, self.bonus(voice, pronoun))
        ranked = sorted(weighed.values(), key=lambda row: -row[1])
        if not ranked:
            return self.ahead(pronoun)
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            return None
        best = ranked[0][0]
        if len(ranked) == 1:
            self._cast.learn_gender(best, pronoun.gender)
        return best

    def _weigh(self, pronoun: Mention, reporter: int | None) -> dict[int, tuple[Entity, float]] | None:
        """The entities within reach that agree, by id, with their salience; None where a thing is nearer than any."""
        weighed: dict[int, tuple[Entity, float]] = {}
        barred, thing, owner = self._barred(pronoun), rival(pronoun, self._scene), owning(pronoun, self._scene)
        for mention, sentences in self.recent(pronoun):
            if mention.head < thing and not weighed:
                return None
            entity = mention.entity
            if entity is None or id(entity) in barred or not self.agrees(pronoun, entity):
                continue
            if self._scene.in_words_of(mention.head, pronoun.head):
                continue
            _, before = weighed.get(id(entity)) or (entity, self.bonus(entity, pronoun))
            weight = self.weight(mention, pronoun)
            if mention.head == owner:
                weight += OWNING
            if mention.head == reporter and (pronoun.gender == "n" or pronoun.gender in self._cast.genders(entity)):
                weight += REPORTING
            weighed[id(entity)] = (entity, before + weight / 2**sentences)
        return weighed

    def _barred(self, pronoun: Mention) -> set[int]:
        """The ids of those whom the pronoun can't mean, by its sentence or because they speak."""
        barred = {id(entity) for entity in present(pronoun, self._scene, self.agrees)}
        arguments = disjoint(pronoun, self._scene)
        return barred | {id(m.entity) for m in self._heard[-NEAREST:] if m.head in arguments}

    def _speaks_on(self, pronoun: Mention, voice: Entity, *, alone: bool) -> bool:
        """Whether a pronoun that speaks may be who spoke last, however long ago: one of a name, or `alone` a body."""
        apt = any(m.name for m in voice.mentions) if pronoun.gender in {"m", "f"} else alone
        return apt and self.agrees(pronoun, voice)

    def ahead(self, pronoun: Mention) -> Entity | None:
        """The named subject after the pronoun's clause or phrase: "Before he left, Flores said", "In his view, ..."."""
        verb = fronted(self._scene.doc[pronoun.head])
        follows = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.i > pronoun.head), None) if verb else None
        mention = self._scene.mention(follows.i) if follows is not None else None
        if mention is None or mention.entity is None or mention.name is None:
            return None
        return mention.entity if self.agrees(pronoun, mention.entity) else None

    def bonus(self, entity: Entity, pronoun: Mention) -> float:
        """What an entity has in its favour apart from its mentions: known gender, and that it was just quoted."""
        bonus = GENDERED if pronoun.gender in self._cast.genders(entity) else 0.0
        if self._scene.is_source(pronoun.head) and entity is self._scene.last_speaker(pronoun.head):
            alone = pronoun.plural and self._is_somebody(entity)
            bonus += ADDING if alone or self._adds(pronoun, entity) else SPEAKING
        return bonus

    def _adds(self, pronoun: Mention, entity: Entity) -> bool:
        """Whether somebody goes on to speak: "he added", of who spoke last in the paragraph."""
        verb, last = self._scene.doc[pronoun.head].head, entity.mentions[-1].head
        return verb.lemma_ in self._adding and self._scene.paragraph(last) == self._scene.paragraph(verb.i)

    def recent(self, pronoun: Mention) -> Iterator[tuple[Mention, int]]:
        """The mentions before the pronoun within reach, with the number of sentences between."""
        most = reach(pronoun, REACH)
        for mention in reversed(self._heard[-DEEP:]):
            sentences = self._scene.distance(mention.head, pronoun.head)
            if sentences > most:
                return
            yield mention, sentences

    def all_before(self, most: int) -> Iterator[Mention]:
        """The last mentions, the latest first."""
        return reversed(self._heard[-most:])

    def weight(self, mention: Mention, pronoun: Mention) -> float:
        """What the grammatical role of a mention adds to the salience of its entity."""
        dep = role(self._scene.doc[mention.head])
        weight = 4.0 if dep in SUBJECT else 2.5 if dep in OBJECT else 1.5
        if pronoun.plural and mention.kind == "organization":
            weight *= COLLECTIVE
        if mention.name is None and mention.kind == "person" and mention.gender is None and not pronoun.plural:
            weight *= NAMELESS
        if self._scene.paragraph(mention.head) == self._scene.paragraph(pronoun.head):
            weight *= NEARBY
        if self._scene.marked(mention.head) and not self._scene.marked(pronoun.head):
            weight *= 0.3
        return weight

    def agrees(self, pronoun: Mention, entity: Entity) -> bool:
        """Whether number, gender and animacy let the pronoun mean the entity."""
        if pronoun.kind is not None:
            apt = entity.kind == pronoun.kind and not entity.mentions[0].plural and any(m.name for m in entity.mentions)
            return apt and (pronoun.gender not in {"m", "f"} or self._cast.genders(entity) <= {pronoun.gender})
        if pronoun.gender in {"m", "f"}:
            genders = self._cast.genders(entity)
            return entity.kind == "person" and not entity.mentions[0].plural and genders <= {pronoun.gender}
        if pronoun.gender == "n":
            collective = entity.kind == "group" and not entity.mentions[0].plural
            return collective or entity.kind in {"organization", "government"}
        if entity.kind in {"group", "organization"} or bool(entity.mentions[0].plural):
            return True
        speaks = self._scene.is_source(pronoun.head) and entity is self._scene.last_speaker(pronoun.head)
        return speaks and self._is_somebody(entity)

    def _is_somebody(self, entity: Entity) -> bool:
        """Whether one has neither name nor gender, and may be "they": "a spokesperson said ..., they added"."""
        nameless = entity.kind == "person" and all(mention.name is None for mention in entity.mentions)
        return nameless and not entity.mentions[0].plural and not self._cast.genders(entity)


def role(token: Token) -> str:
    """The grammatical role of a noun, or of the noun that it stands beside."""
    while token.dep_ in {"conj", "appos"} and token.head != token:
        token = token.head
    return token.dep_
