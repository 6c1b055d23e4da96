"""Reports of games: countries and cities that act are teams."""

import pytest
from spacy.language import Language

MATCH = "Peru won the match after a penalty. The goalkeeper saved a header, and the striker scored a late goal."


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(MATCH, "Peru", "organization", id="team"),
        pytest.param(f"{MATCH} The Peruvians left.", "Peru", "organization", id="people-of-a-team"),
        pytest.param("Peru won the case after an appeal.", "Peru", "government", id="no-game"),
    ],
)
def test_teams(nlp: Language, text: str, name: str, kind: str) -> None:
    assert {entity.name: entity.kind for entity in nlp(text)._.actors if entity.acts}[name] == kind
