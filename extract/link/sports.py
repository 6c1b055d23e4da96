"""Reports of games, where a country or city that acts is its team."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from extract.find.actors.lexicon import Lexicon
from extract.link.homes import Homes
from extract.parse.countries import Countries
from extract.parse.frames import Entity, Mention

FEWEST = 6  # words of a game in its report
SHARE = 0.012  # of all words


def name_teams(mentions: Sequence[Mention], countries: Countries) -> None:
    """Takes the places of a report of a game for teams, and a people for the team of its country."""
    named = {mention.name for mention in mentions if mention.kind == "government"}
    for mention in mentions:
        usual = countries.usual.get(mention.country or "")
        if mention.kind == "government" and mention.name is not None:
            mention.kind = "organization"
        elif mention.kind == "group" and mention.name is not None and usual in named:
            mention.kind, mention.name, mention.plural = "organization", usual, False


def place_players(entities: Iterable[Entity], homes: Homes) -> None:
    """Gives a player the country of the team named before him or her."""
    for entity in entities:
        if entity.kind == "person" and entity.country is None:
            entity.country = homes.nearest(entity)


def is_report(doc: Doc, lexicon: Lexicon) -> bool:
    """Whether the words of games are many in the article."""
    games = sum(lemma in lexicon.games for lemma in doc.to_array("LEMMA").tolist())
    return games >= max(FEWEST, SHARE * len(doc))
