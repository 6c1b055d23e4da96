"""Links the mentions of one person or body: `doc._.actors`."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.find.actors.lexicon import Lexicon, load_lexicon
from extract.link.antecedents import Antecedents
from extract.link.authors import author
from extract.link.cast import Cast
from extract.link.descriptions import Descriptions
from extract.link.genders import learn_genders
from extract.link.homes import Homes
from extract.link.scene import Scene
from extract.link.settling import settle
from extract.link.spokesmen import represented
from extract.link.sports import is_report, name_teams, place_players
from extract.parse.countries import Countries, load_countries
from extract.parse.frames import Entity, Mention
from extract.parse.syntax import child


@Language.factory("extract_coreference_v1", assigns=["doc._.actors"], default_config={"rules": None})
def make_coreference(nlp: Language, name: str, rules: str | None) -> "Coreference":
    """Builds the component; `rules` is a folder of the user's own."""
    return Coreference(load_countries(rules), load_lexicon(rules))


class Coreference:
    """Groups `doc._.mentions` into entities, `doc._.actors`: names first, then the rest in the order of the text."""

    def __init__(self, countries: Countries, lexicon: Lexicon) -> None:
        self._countries = countries
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        scene, cast = Scene(doc), Cast(self._countries, self._lexicon)
        mentions: list[Mention] = doc._.mentions
        played = is_report(doc, self._lexicon)
        if played:
            name_teams(mentions, self._countries)
        name_all(mentions, cast, doc, self._lexicon)
        learn_genders(mentions, cast, scene, self._lexicon)
        homes = Homes(scene, self._countries)
        heard = Antecedents(cast, scene, self._lexicon)
        descriptions = Descriptions(cast, scene, heard, homes.main, self._lexicon)
        spoken = []
        for mention in mentions:
            if mention.name is None and mention.kind is not None:
                descriptions.resolve(mention)
            elif mention.name is None and is_speaker(mention):
                spoken.append(mention)
            elif mention.name is None and (entity := heard.find(mention)) is not None:
                cast.join(entity, mention)
                entity.acts |= scene.is_source(mention.head)
            if mention.entity is not None:
                heard.hear(mention)
        give_voice(spoken, cast, scene, self._lexicon)
        settle(cast.entities, homes, scene, self._lexicon, self._countries)
        if played:
            place_players(cast.entities, homes)
        doc._.actors = cast.entities
        return doc


SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
CLOSE = 8  # tokens between a name and the one that its bearer goes by


def name_all(mentions: list[Mention], cast: Cast, doc: Doc, lexicon: Lexicon) -> None:
    """Gives every name its entity."""
    last: Mention | None = None
    for mention in mentions:
        if mention.name is None:
            continue
        bearer = last.entity if last is not None else None
        if (
            bearer is not None
            and last is not None
            and (in_brackets(mention, last, doc) or is_alias(mention, last, lexicon))
        ):
            cast.also(bearer, mention)
        else:
            cast.name(mention)
        last = mention


def in_brackets(mention: Mention, last: Mention, doc: Doc) -> bool:
    """Whether the mention is an acronym in brackets after an organisation's name of several words."""
    start = mention.span.start
    return (
        last.kind == "organization"
        and " " in (last.name or "")
        and start == last.span.end + 1
        and doc[start - 1].text == "("
        and mention.span.end < len(doc)
        and doc[mention.span.end].text == ")"
    )


def is_alias(mention: Mention, last: Mention, lexicon: Lexicon) -> bool:
    """Whether the last one named is "known as" or "called" this."""
    doc, first, called = mention.span.doc, mention.span.start, lexicon.words["called"]
    before = [doc[i] for i in range(max(last.head, first - CLOSE), first) if doc[i].lower_ in called]
    if not before or child(before[-1], "nsubj") is not None:
        return False  # "Flores had known Ruiz", "Flores called Ruiz"
    return before[-1].i - last.span.end < CLOSE and (doc[first - 1].lower_ in {"as", *called})


def is_speaker(mention: Mention) -> bool:
    """Whether the pronoun is of the first person."""
    return mention.gender is None and mention.plural is None


def give_voice(spoken: list[Mention], cast: Cast, scene: Scene, lexicon: Lexicon) -> None:
    """Gives each "I" to who says so, outside of all quotes to who wrote the article; "we" to whom one speaks for."""
    writer = author(scene) if any(is_writing(mention, scene) for mention in spoken) else None
    for mention in spoken:
        speaker = quoted(mention, scene)
        if speaker is None and is_writing(mention, scene):
            speaker = writer
            if speaker is not None:
                speaker.acts |= mention.acts
        elif speaker is not None and mention.span[0].lower_ not in SINGULAR:
            speaker.speaks_for = speaker.speaks_for or represented(speaker, scene, lexicon)
            speaker = speaker.speaks_for or speaker
        if speaker is not None:
            cast.join(speaker, mention)


def is_writing(mention: Mention, scene: Scene) -> bool:
    """Whether the article itself says "I"."""
    word = mention.span[0].lower_
    return word in SINGULAR and scene.quote(mention.head) is None and not scene.marked(mention.head)


def quoted(mention: Mention, scene: Scene) -> Entity | None:
    """Who says "I" or "we"."""
    quote = scene.quote(mention.head)
    if quote is None or quote.source is None:
        return None
    speaker = scene.mention(quote.source.root.i)
    return speaker.entity if speaker is not None else None
