"""Which places of a sentence are venues, of what event, and where they are."""

import pytest
from spacy.language import Language

import extract
from extract.find.venues.locating import lexicon
from extract.find.venues.metonymy import Metonymy
from extract.records import Venue


def venues(nlp: Language, text: str) -> list[Venue]:
    return [record for record in extract.extract(text, published="2025-06-20", nlp=nlp) if isinstance(record, Venue)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The ministers met in Lima.", [("Lima", "met")], id="verb"),
        pytest.param("Talks in Oslo failed.", [("Oslo", "Talks")], id="event-noun"),
        pytest.param("The Oslo talks failed.", [("Oslo", "talks")], id="place-in-the-noun-phrase"),
        pytest.param("A rally was held in Quito.", [("Quito", "rally")], id="what-is-staged"),
        pytest.param("The killing of two men in Lima shocked Peru.", [("Lima", "killing")], id="after-the-victim"),
        pytest.param("A drone strike on Odesa killed six.", [("Odesa", "strike")], id="target"),
        pytest.param("She flew to Accra on Monday.", [("Accra", "flew")], id="trip"),
        pytest.param("Nurses marched in Lima and Cusco.", [("Lima", "marched"), ("Cusco", "marched")], id="two-places"),
        pytest.param("Doctors met in countries such as Peru.", [("Peru", "met")], id="such-as"),
        pytest.param("He slipped in a lift in Lima.", [("Lima", "slipped")], id="place-of-the-place"),
        pytest.param("She spoke to a crowd at the market of Cusco.", [("Cusco", "spoke")], id="part-of-the-place"),
        pytest.param("Prices rose in early trading in Lima.", [("Lima", "trading")], id="noun-before-the-preposition"),
        pytest.param("Four pupils were abducted from Lima.", [("Lima", "abducted")], id="origin"),
        pytest.param("The floods reached Cusco on Friday.", [("Cusco", "reached")], id="reached"),
        pytest.param("In Lima, the largest town of the coast, people marched.", [("Lima", "marched")], id="renamed"),
        pytest.param("He called on Lima to publish the report.", [], id="call-on"),
        pytest.param("The farmers rely on Lima.", [], id="rely-on"),
        pytest.param("A lorry overturned on the A59.", [("A59", "overturned")], id="road-number"),
        pytest.param("A meeting at the Senate ended.", [("Senate", "meeting")], id="seat-of-an-organisation"),
        pytest.param("A crash involving a bus in Lima hurt six.", [("Lima", "crash")], id="noun-with-a-participle"),
        pytest.param("A debate with the mayor in Lima ended.", [("Lima", "debate")], id="after-who-takes-part"),
        pytest.param("Lima rejected the offer.", [], id="government"),
        pytest.param("Peruvian copper is cheap.", [], id="adjective"),
        pytest.param("The firm owns a mine in Peru.", [], id="owned"),
        pytest.param("Chile signed a deal with Peru.", [], id="party-to-a-deal"),
        pytest.param("The troops were withdrawn from Mali.", [], id="left"),
        pytest.param("The medal went to Peru.", [], id="awarded"),
        pytest.param(
            "At a session of the board, which took place in Lima, they met.", [("Lima", "session")], id="whole"
        ),
        pytest.param(
            "The swap took place on the San Telmo bridge.", [("San Telmo bridge", "swap")], id="took-place-on"
        ),
        pytest.param("The files were moved to Lima.", [], id="moved"),
        pytest.param("When it comes to Peru, prices are high.", [], id="comes-to"),
        pytest.param("She criticised the government in Lima.", [], id="seat-of-those-who-rule"),
        pytest.param("Peru's battle to join the bloc goes on.", [], id="battle-to-do"),
        pytest.param("Embassy in Lima bombed by rebels", [("Embassy", "bombed"), ("Lima", "bombed")], id="headline"),
        pytest.param("The speech lasted an hour in Lima.", [("Lima", "speech")], id="what-lasts"),
        pytest.param("The war between Chile and Peru lasted four years.", [], id="parties-to-a-war"),
        pytest.param(
            "Russia's invasion of Ukraine began at dawn.", [("Ukraine", "invasion")], id="attacker-and-target"
        ),
        pytest.param("A sit-in at the Hotel Miraflor ended.", [("Hotel Miraflor", "sit-in")], id="noun-with-a-hyphen"),
        pytest.param("The mayor was re-elected in Lima.", [("Lima", "re-elected")], id="verb-with-a-hyphen"),
        pytest.param("The head of trading at the Senate resigned.", [], id="office"),
        pytest.param("Inspections were carried out throughout Peru.", [("Peru", "Inspections")], id="carried-out"),
        pytest.param("She flew to Lima, her first stop.", [("Lima", "flew")], id="renamed-by-an-ordinal"),
        pytest.param("The clinics lie outside the VA.", [], id="acronym"),
        pytest.param(
            "A fire destroyed the island's gardens.", [("island's gardens", "destroyed")], id="owner-and-site"
        ),
        pytest.param(
            "Shots were fired on the border with Chile.", [("border with Chile", "fired")], id="border-with-a-country"
        ),
        pytest.param(
            "She was flown to the Miraflor clinic in Lima, where she was treated.",
            [("Miraflor clinic", "treated"), ("Lima", "treated")],
            id="aside-with-where",
        ),
        pytest.param("They survived the torture in Lima.", [("Lima", "torture")], id="noun-before-any-verb"),
        pytest.param("He fled to Chile.", [("Chile", "fled")], id="flight"),
        pytest.param("A debate in the Senate ended.", [("Senate", "debate")], id="body-that-sits"),
        pytest.param("A split in the Senate worries them.", [], id="body-that-does-not-sit"),
        pytest.param("Thousands of shootings in Lima went unsolved.", [("Lima", "shootings")], id="counted"),
        pytest.param(
            "The suit was filed in the Talmera Court of Justice.", [("Talmera Court of Justice", "filed")], id="court"
        ),
        pytest.param("LIMA, June 2 - The price of copper fell.", [], id="dateline"),
        pytest.param("Nice work, said the coach in a reading of the score.", [], id="names-that-are-words"),
    ],
)
def test_events(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert [(venue.text, venue.event and venue.event.text) for venue in venues(nlp, text)] == found


@pytest.mark.parametrize(
    ("text", "place", "country", "located"),
    [
        pytest.param("They met in London.", "London", "GB", True, id="by-population"),
        pytest.param("Ontario police said three Canadians met in London.", "London", "CA", True, id="by-the-article"),
        pytest.param("They met in Lima, Ohio.", "Lima", "US", True, id="by-the-text"),
        pytest.param("Americans met in Springfield.", "Springfield", "US", False, id="one-of-several-towns"),
        pytest.param("Massachusetts judges met in Springfield.", "Springfield", "US", True, id="by-the-state"),
        pytest.param("She began a tour of Asia and Peru.", "Asia", None, False, id="continent-beside-a-country"),
        pytest.param("Troops marched into Yugoslavia.", "Yugoslavia", None, False, id="former-country"),
        pytest.param(
            "LIMA (Wire) - Chileans and Italians met at the Hotel Miraflor.",
            "Hotel Miraflor",
            "PE",
            False,
            id="dateline",
        ),
        pytest.param("They met in Port Louis.", "Port Louis", "MU", True, id="town-that-begins-with-a-site"),
        pytest.param("Colombians met in Baru.", "Baru", "CO", False, id="no-byname-abroad"),
        pytest.param("They met in Bombay.", "Bombay", "IN", True, id="byname-that-all-know"),
        pytest.param("Americans voted in Wyoming.", "Wyoming", "US", False, id="state-not-town"),
        pytest.param("They met in Flint, Mich., on Friday.", "Flint", "US", True, id="by-an-abbreviation"),
        pytest.param("Georgia's parliament met. Georgians protested in Georgia.", "Georgia", "GE", False, id="country"),
        pytest.param(
            "Atlanta's mayor, a Georgia Democrat from the United States, spoke. A trial opened in Georgia.",
            "Georgia",
            "US",
            False,
            id="state",
        ),
        pytest.param(
            "Texas and Ohio vote. Florida does, too. A bomb went off in Lebanon.",
            "Lebanon",
            "LB",
            False,
            id="country-not-town",
        ),
        pytest.param("A quake shook northern Peru.", "northern Peru", "PE", False, id="part"),
        pytest.param("They met in Talmera, Peru.", "Talmera", "PE", False, id="unknown-town-in-a-known-country"),
        pytest.param("A ferry sank in the Coral Sea.", "Coral Sea", None, False, id="of-no-country"),
        pytest.param("Biden spoke at the White House.", "White House", "US", False, id="seat"),
    ],
)
def test_location(nlp: Language, text: str, place: str, country: str | None, *, located: bool) -> None:
    venue = next(venue for venue in venues(nlp, text) if venue.text == place)
    assert venue.country == country
    assert (venue.latitude is not None) == located


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        pytest.param("They met at the palace in Lima.", "palace", "Lima", id="in"),
        pytest.param("They met in Lima, Peru.", "Lima", "Peru", id="comma"),
        pytest.param("Two cranes fell on Lima's central station.", "central station", "Lima", id="owner"),
        pytest.param("They met in Lima at the Hotel Miraflor.", "Hotel Miraflor", "Lima", id="by-event"),
    ],
)
def test_within(nlp: Language, text: str, inner: str, outer: str) -> None:
    found = {venue.text: venue for venue in venues(nlp, text)}
    assert found[inner].within == found[outer].id


@pytest.mark.parametrize(
    ("text", "place", "metonymic"),
    [
        pytest.param("Peru rejected the offer.", "Peru", True, id="subject"),
        pytest.param("They met in Peru.", "Peru", False, id="in"),
        pytest.param("They talked with Peru.", "Peru", True, id="with"),
        pytest.param("Peru's minister left.", "Peru", True, id="owner-of-an-office"),
        pytest.param("They left Peru.", "Peru", False, id="left"),
        pytest.param("They punished Peru.", "Peru", True, id="object"),
        pytest.param("Chile and Peru agreed.", "Peru", True, id="coordinated"),
        pytest.param("They asked about the border with Peru.", "Peru", False, id="border-with"),
    ],
)
def test_metonymy(nlp: Language, text: str, place: str, *, metonymic: bool) -> None:
    doc = nlp(text)
    head = next(token for token in doc if token.text == place)
    assert Metonymy(lexicon(nlp.vocab.strings)).is_metonymic(head) is metonymic


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        pytest.param("A visit to Lima ended. The visit to Lima began on Monday.", [True, True], id="told-again"),
        pytest.param("A visit to Lima ended. A previous visit to Lima began in 2012.", [False, True], id="another"),
    ],
)
def test_events_told_twice(nlp: Language, text: str, dated: list[bool]) -> None:
    assert [venue.date is not None for venue in venues(nlp, text)] == dated
