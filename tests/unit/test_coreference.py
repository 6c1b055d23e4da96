"""Who is who: names, descriptions and pronouns of one entity."""

import pytest
from spacy.language import Language

from extract.link.known import Bodies, Persons, words

BODIES = Bodies({"Peruvian": "PE"}.get, {"Peru": "PE"}.get)


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        pytest.param("Flores", "Ana Flores", True, id="family-name"),
        pytest.param("Ana", "Ana Flores", True, id="given-name"),
        pytest.param("Al-Jari", "Waleed Jari", True, id="arabic-article"),
        pytest.param("Ana Flores", "Ana María Flores", True, id="without-middle-name"),
        pytest.param("da Silva", "Luiz Inácio Lula da Silva", True, id="particle"),
        pytest.param("Juan Flores", "Ana Flores", False, id="brother"),
        pytest.param("Ana Flores", "Ana Flores", False, id="equal-is-no-part"),
    ],
)
def test_parts_of_a_persons_name(short: str, full: str, *, same: bool) -> None:
    assert Persons().part(words(short), words(full)) is same


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        pytest.param("Andean Bank", "Andean Bank of Commerce", True, id="beginning"),
        pytest.param("the Assembly", "National Assembly", True, id="end"),
        pytest.param("Bank", "First Bank Corporation", False, id="middle"),
        pytest.param("Peru", "Peru Football Association", False, id="country"),
    ],
)
def test_parts_of_a_bodys_name(short: str, full: str, *, same: bool) -> None:
    assert BODIES.part(words(short), words(full)) is same


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        pytest.param("World Trade Organization", "wto", id="initials"),
        pytest.param("Bank of Ghana", "bog", id="small-words-too"),
        pytest.param("Bank of Ghana", "bg", id="small-words-left-out"),
        pytest.param("Peruvian Water Services Agency", "wsa", id="without-nationality"),
    ],
)
def test_acronyms(name: str, acronym: str) -> None:
    assert (acronym,) in BODIES.variants(name)


@pytest.mark.parametrize("name", ["", "-", "Peruvian", "Agency"])
def test_no_acronym(name: str) -> None:
    assert BODIES.variants(name) == []


CASES = [
    pytest.param("Ana Flores met Juan Ruiz. She left.", "Ana Flores", "She", id="gender-of-a-given-name"),
    pytest.param("Mrs. Lares met Mr. Ruiz. He left.", "Ruiz", "He", id="gender-of-a-title"),
    pytest.param("Ana Flores said she had won.", "Ana Flores", "she", id="reported-subject"),
    pytest.param("Sheikh Salma Lares met Juan Ruiz. She wept.", "Salma Lares", "She", id="a-sheikh-may-be-a-woman"),
    pytest.param("Lord Mayor Kim Lares met Juan Ruiz. She wept.", "Kim Lares", "She", id="lord-mayor"),
    pytest.param("Juan Ruiz met Pedro Flores, thanking him.", "Pedro Flores", "him", id="not-who-thanks"),
    pytest.param(
        "Ana Flores met Rosa Lares, who spoke of her plans.", "Rosa Lares", "her", id="of-whom-the-clause-tells"
    ),
    pytest.param(
        "Marlo Keane met Kim Lares. “The rain stopped,” he said. “She left.”",
        "Kim Lares",
        "She",
        id="who-goes-on-speaking-is-not-she",
    ),
    pytest.param(
        "Prime Minister Ana Flores met Finance Minister Rosa Lares. The premier left.",
        "Ana Flores",
        "The premier",
        id="prime-minister",
    ),
    pytest.param("Sen. Ana Flores met Juan Ruiz. The senator left.", "Ana Flores", "The senator", id="title-in-short"),
    pytest.param("Ana Flores refused. The 32-year-old wept.", "Ana Flores", "The 32-year-old", id="age"),
    pytest.param("The suspect, identified as Ana Flores, refused.", "Ana Flores", "The suspect", id="identified-as"),
    pytest.param(
        "The top prosecutor in the case, Ana Flores, left.",
        "Ana Flores",
        "The top prosecutor in the case",
        id="named-between-commas",
    ),
    pytest.param(
        "A waitress wept. “It rained,” a driver said. “It snowed,” the man said.",
        "driver",
        "the man",
        id="who-spoke-last-unnamed",
    ),
    pytest.param(
        "Mayor Ana Flores met Vice Mayor Rosa Lares. The mayor left.", "Ana Flores", "The mayor", id="no-deputy"
    ),
    pytest.param("Police refused. The Lares Police Department left.", "Lares Police Department", "Police", id="later"),
    pytest.param(
        "Andean Bank chief Ana Flores refused. The judge told her that her bank must pay.",
        "Andean Bank",
        "her bank",
        id="where-one-is-the-chief",
    ),
    pytest.param(
        "Chile refused. Peru’s regime left. The regime wept.", "Peru", "The regime", id="regime-is-not-at-home"
    ),
    pytest.param(
        "The Andean Bank's largest shareholder, Lares Capital, refused.",
        "Lares Capital",
        "The Andean Bank's largest shareholder",
        id="owner-is-a-body",
    ),
    pytest.param(
        "Ana Flores refused. Her daughter, Rosa Flores, wept. Ms. Flores left.", "Rosa Flores", "Ms. Flores", id="ms"
    ),
    pytest.param(
        "Marlo Keane left. “The sea can sweep a grown man off his feet,” he said.",
        "Marlo Keane",
        "he",
        id="speaker-is-none-of-whom-he-speaks",
    ),
    pytest.param("Coach Juan Ruiz was sent off. The Peruvian wept.", "Juan Ruiz", "The Peruvian", id="compatriot"),
    pytest.param("Before he left, Juan Ruiz said so.", "Juan Ruiz", "he", id="cataphora"),
    pytest.param("In her opening speech, Ana Flores said so.", "Ana Flores", "her", id="cataphora-of-a-possessor"),
    pytest.param("“I will not wait,” Ana Flores said.", "Ana Flores", "I", id="first-person"),
    pytest.param("Minister Ana Flores left. The minister wept.", "Ana Flores", "The minister", id="role-again"),
    pytest.param("The Andean Bank closed. The bank blamed Lima.", "Andean Bank", "The bank", id="noun-of-the-name"),
    pytest.param(
        "Lares Shipping, a carrier, closed. It rained. The carrier left.",
        "Lares Shipping",
        "The carrier",
        id="described",
    ),
    pytest.param(
        "The Harbour Office rejected it. A clerk left. Harbour Office officials left.",
        "Harbour Office",
        "The Harbour Office",
        id="name-in-capitals",
    ),
    pytest.param(
        "Peru's finance minister refused. In Lima, Ana Flores said it was late.",
        "Ana Flores",
        "Peru's finance minister",
        id="delayed-identification",
    ),
    pytest.param(
        "Striking dockers closed it. The strikers left.", "Striking dockers", "The strikers", id="reworded-group"
    ),
    pytest.param(
        "Ana Flores sent a letter on Monday. The letter called for calm.", "Ana Flores", "The letter", id="whose-letter"
    ),
    pytest.param("Nestlé rejected it. The company left.", "Nestlé", "The company", id="general-noun"),
    pytest.param(
        "The World Trade Organization (WTO) left. The WTO wept.", "World Trade Organization", "WTO", id="acronym"
    ),
    pytest.param("Kyiv refused. Ukraine also left.", "Ukraine", "Kyiv", id="capital"),
    pytest.param("Peru refused. The Peruvian government left.", "Peru", "The Peruvian government", id="government"),
    pytest.param("Juan Ruiz, known as Lalo, left. Lalo wept.", "Juan Ruiz", "Lalo", id="known-as"),
    pytest.param("Ana Maria Floreso left. Ana Maria Flores wept.", "Ana Maria Floreso", "Ana Maria Flores", id="typo"),
    pytest.param("Ana Paul-Ruiz left. Paul-Ruiz wept.", "Ana Paul-Ruiz", "Paul-Ruiz", id="family-name-with-a-hyphen"),
    pytest.param("A waitress met Kim Lares. She wept.", "waitress", "She", id="gender-of-a-noun"),
    pytest.param("Melanie met a fisherman. She wept.", "Melanie", "She", id="only-a-given-name"),
    pytest.param(
        "Ana Flores refused.\n\n“It rained. It snowed. It froze. It rained. It snowed.”\n\nShe wept.",
        "Ana Flores",
        "She",
        id="quoted-sentences-take-no-place",
    ),
    pytest.param(
        "Ana Flores said she had won. It rained. It rained. It rained. It rained. It rained. “We won,” she said.",
        "Ana Flores",
        "she",
        id="who-spoke-last-speaks-on",
    ),
    pytest.param("The Andean Bank spent the loan it requested.", "Andean Bank", "it", id="it-wants-something"),
    pytest.param("The port\nBy Ana Flores\n\nThe port is closed. I blame the mayor.", "Ana Flores", "I", id="byline"),
    pytest.param(
        "The port is closed. I blame the mayor.\n\nAna Flores is a poet in Lima.", "Ana Flores", "I", id="author-note"
    ),
    pytest.param(
        "“We will strike,” said Ana Flores, spokeswoman of the Dockers Union.", "Dockers Union", "We", id="spokeswoman"
    ),
    pytest.param(
        "The Dockers Union rejected the offer. In a statement signed by Ana Flores, she said: “We will strike.”",
        "Dockers Union",
        "We",
        id="signatory",
    ),
    pytest.param(
        "The Andean Bank (AB) rejected the offer. “We regret it,” the AB declaration said.",
        "Andean Bank",
        "the AB declaration",
        id="whose-document-it-is",
    ),
]


@pytest.mark.parametrize(("text", "name", "mention"), CASES)
def test_one_entity(nlp: Language, text: str, name: str, mention: str) -> None:
    entities = {
        entity.name: [m.span.text.removeprefix("The ") for m in entity.mentions] for entity in nlp(text)._.actors
    }
    assert mention.removeprefix("The ") in entities.get(name, [])


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        pytest.param("Bill Clinton and Hillary Clinton left.", "Bill Clinton", "Hillary Clinton", id="couple"),
        pytest.param("Juan Ruiz and his son, Pedro Ruiz, left.", "Juan Ruiz", "Pedro Ruiz", id="father-and-son"),
        pytest.param("The Bank of Peru and the Bank of Chile closed.", "Bank of Peru", "Bank of Chile", id="two-banks"),
        pytest.param("The Lares Times reported it. The company left.", "Lares Times", "company", id="no-medium"),
        pytest.param("Lares Motors rejected it. The union left.", "Lares Motors", "union", id="no-union"),
        pytest.param("Nestlé rejected it. The ministry left.", "Nestlé", "ministry", id="no-ministry"),
        pytest.param(
            "Foreign Minister Ana Flores left. The finance minister wept.",
            "Ana Flores",
            "finance minister",
            id="two-offices",
        ),
        pytest.param("Nine miners left. Then four miners left.", "Nine miners", "four miners", id="two-numbers"),
        pytest.param(
            "The Prosecutors' Office left. The presidential office wept.",
            "Prosecutors' Office",
            "presidential office",
            id="two-public-offices",
        ),
        pytest.param("The Andean Bank sued the firm.", "Andean Bank", "firm", id="arguments-of-one-verb"),
    ],
)
def test_two_entities(nlp: Language, text: str, first: str, second: str) -> None:
    assert {first, second} <= {entity.name for entity in nlp(text)._.actors}


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        pytest.param("Juan Ruiz and Pedro Lares left. He wept.", "He", id="two-alike"),
        pytest.param("Ana Flores left. He wept.", "He", id="wrong-gender"),
        pytest.param("It rained. He wept.", "He", id="nobody"),
        pytest.param("A photographer she had met left.", "she", id="described-by-her-own-clause"),
        pytest.param("“They must leave,” Ana Flores told reporters.", "They", id="who-is-told"),
        pytest.param("The port is closed. I blame Ana Flores.", "I", id="no-byline"),
    ],
)
def test_unresolved(nlp: Language, text: str, pronoun: str) -> None:
    assert all(mention.span.text != pronoun for entity in nlp(text)._.actors for mention in entity.mentions)
