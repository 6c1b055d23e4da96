"""By what evidence an actor gets a country: its own words, whom it belongs to, what the article is about."""

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("LIMA (Agency) – The strike began. Ana Flores met the miners.", "Ana Flores", "PE", id="dateline"),
        pytest.param(
            "LIMA, Peru (Agency) – Chile won. Ana Flores met the miners.",
            "Ana Flores",
            "PE",
            id="dateline-with-country",
        ),
        pytest.param(
            "Ana Flores met the miners at the Nairobi Airport", "Ana Flores", "KE", id="name-of-a-site-at-the-end"
        ),
        pytest.param(
            "Peru and Chile met in Lima. Chile left Peru. The talks failed. Ana Flores resigned.",
            "Ana Flores",
            None,
            id="two-countries-are-none",
        ),
        pytest.param(
            "Peru and Chile met. Chile rejected the offer of Peru. Its negotiator, Ana Flores, resigned.",
            "Ana Flores",
            "CL",
            id="possessor-before-default",
        ),
        pytest.param(
            "LIMA (Agency) – The strike began. Kenya's minister Ana Flores met the miners.",
            "Ana Flores",
            "KE",
            id="title-before-dateline",
        ),
        pytest.param(
            "The Kenyan Miners Union met on Monday. Peru rejected the offer of Peru. "
            "Ana Flores of the Kenyan Miners Union resigned.",
            "Ana Flores",
            "KE",
            id="of-whom-one-belongs-to",
        ),
        pytest.param(
            "The mayor left. Ana Flores called her office from Faro, Portugal. The council met Juan Ruiz.",
            "Juan Ruiz",
            None,
            id="where-somebody-calls-from",
        ),
        pytest.param(
            "A Lima court met. The Kenya-based firm Talmera Ltd. objected. Ana Flores resigned.",
            "Ana Flores",
            "PE",
            id="where-a-firm-is-based",
        ),
        pytest.param(
            "Hong Kong voted on Monday. Ana Flores of the pro-Beijing Harbour Party won in Hong Kong.",
            "Ana Flores",
            "HK",
            id="whom-a-party-is-for",
        ),
        pytest.param(
            "Peru voted on Monday. Ana Flores of the Labour Party won in Peru.",
            "Ana Flores",
            "PE",
            id="party-of-another-country",
        ),
        pytest.param(
            "Brussels rejected the plan of Peru. Brussels said it would wait.",
            "Brussels",
            None,
            id="Brussels-is-no-Belgium",
        ),
        pytest.param("Juan Hamilton left. Hamilton blamed the rain.", "Juan Hamilton", None, id="named-like-a-capital"),
    ],
)
def test_country(nlp: Language, text: str, name: str, country: str | None) -> None:
    """An actor of the article has this country."""
    actor = next(entity for entity in nlp(text)._.actors if entity.name == name)
    assert actor.country == country


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        pytest.param("France won. The last match took place in Valencia.", "Valencia", "ES", id="same-continent"),
        pytest.param("Peru won. The last match took place in Valencia.", "Valencia", "VE", id="other-continent"),
        pytest.param(
            "The mayor called from Faro, Portugal. A meeting took place at the town hall.",
            "town hall",
            None,
            id="where-somebody-calls-from",
        ),
        pytest.param(
            "Kenya won. Washington lost. Ana Flores teaches law at the University of Nairobi.",
            "University of Nairobi",
            "KE",
            id="of-a-city",
        ),
        pytest.param(
            "LIMA (Agency) – Chile won. A bomb exploded in Talmera on Monday.",
            "Talmera",
            "PE",
            id="unknown-town-by-dateline",
        ),
    ],
)
def test_venue_country(nlp: Language, text: str, place: str, country: str | None) -> None:
    """A venue of the article lies in this country."""
    venue = next(setting for setting in nlp(text)._.venues if setting.name == place)
    assert venue.country == country
