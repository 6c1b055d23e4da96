"""Names in their right bounds, with one label throughout an article."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.find.entities import make_entities
from extract.find.entities.evidence import load_evidence
from extract.find.entities.headlines import headline_end

ENGLISH = spacy.blank("en")
NEWLINE = "\n\n"


def article(words: list[str], ents: list[tuple[int, int, str]], tags: list[str] | None = None) -> Doc:
    """A Doc with the entities that the recogniser might have found."""
    doc = Doc(ENGLISH.vocab, words=words, tags=tags or ["NN"] * len(words), pos=["X"] * len(words))
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in ents])
    return doc


def corrected(doc: Doc) -> list[tuple[str, str]]:
    entities = make_entities(ENGLISH, "entities", None)
    return [(ent.text, ent.label_) for ent in entities(doc).ents]


@pytest.mark.parametrize(
    ("words", "ent", "found"),
    [
        pytest.param(["the", "Andean", "Bank"], (0, 3, "ORG"), [("Andean Bank", "ORG")], id="article"),
        pytest.param(["Prof", "Ana", "Flores"], (0, 3, "PERSON"), [("Ana Flores", "PERSON")], id="title"),
        pytest.param(["Deputy", "Leader", "Bob", "Lares"], (0, 4, "PERSON"), [("Bob Lares", "PERSON")], id="rank"),
        pytest.param(["Peruvian", "Ana", "Flores"], (0, 3, "PERSON"), [("Ana Flores", "PERSON")], id="nationality"),
        pytest.param(["Ana", "Flores", "of", "Lares"], (0, 4, "PERSON"), [("Ana Flores", "PERSON")], id="belonging"),
        pytest.param(["“", "Flores", "”"], (0, 3, "PERSON"), [("Flores", "PERSON")], id="quotation-marks"),
        pytest.param(
            ["Port", "and", "Dock", "Union", "(", "PDU", ")"],
            (2, 4, "ORG"),
            [("Port and Dock Union", "ORG"), ("PDU", "ORG")],
            id="initials-of-the-acronym-behind",
        ),
        pytest.param(
            ["Port", "and", "Dock", "Union", "(", "ADU", ")"],
            (2, 4, "ORG"),
            [("Dock Union", "ORG"), ("ADU", "ORG")],
            id="other-initials",
        ),
        pytest.param(["pejibaye"], (0, 1, "ORG"), [], id="no-capital-no-name"),
        pytest.param(["https://x.org/a", "Flores"], (0, 2, "PERSON"), [("Flores", "PERSON")], id="web-address"),
        pytest.param(
            ["Lares", NEWLINE, "Flores"], (0, 3, "PERSON"), [("Lares", "PERSON"), ("Flores", "PERSON")], id="line"
        ),
        pytest.param(["Moon", "Jae", "-", "in"], (0, 2, "PERSON"), [("Moon Jae", "PERSON")], id="spaced-hyphen"),
        pytest.param(["Ana", "Flores", "Image", ":", "x"], (0, 3, "PERSON"), [("Ana Flores", "PERSON")], id="caption"),
        pytest.param(
            ["Lares", "College", "for", "Women"], (0, 2, "ORG"), [("Lares College for Women", "ORG")], id="purpose"
        ),
        pytest.param(
            ["Water", "Ministry", "and", "Lares", "Bank"],
            (0, 5, "ORG"),
            [("Water Ministry", "ORG"), ("Lares Bank", "ORG")],
            id="two-bodies",
        ),
        pytest.param(
            ["the", "Lares", "Company", "Ana", "Flores"],
            (1, 5, "ORG"),
            [("Lares Company", "ORG"), ("Ana Flores", "PERSON")],
            id="body-and-its-head",
        ),
    ],
)
def test_bounds(words: list[str], ent: tuple[int, int, str], found: list[tuple[str, str]]) -> None:
    assert corrected(article(words, [ent])) == found


def test_hyphenated_given_name() -> None:
    doc = Doc(ENGLISH.vocab, words=["Moon", "Jae", "-", "in", "left"], spaces=[True, False, False, True, False])
    doc.set_ents([Span(doc, 0, 2, label="PERSON")])
    assert corrected(doc) == [("Moon Jae-in", "PERSON")]


@pytest.mark.parametrize(
    ("words", "ents", "labels"),
    [
        pytest.param(
            ["Ana", "Flores", "left", ".", "Flores", "slept"],
            [(0, 2, "PERSON"), (4, 5, "ORG")],
            ["PERSON", "PERSON"],
            id="full-name-continued",
        ),
        pytest.param(["Peru", "left"], [(0, 1, "PERSON")], ["GPE"], id="country"),
        pytest.param(["Peruvian", "copper"], [(0, 1, "GPE")], ["NORP"], id="demonym"),
        pytest.param(["Lares", "Confederation"], [(0, 2, "PERSON")], ["ORG"], id="word-for-a-body"),
        pytest.param(["Lares", "River"], [(0, 2, "PERSON")], ["LOC"], id="word-for-a-place"),
        pytest.param(["Ana", "Hill"], [(0, 2, "PERSON")], ["PERSON"], id="surname-that-is-a-hill"),
        pytest.param(["Ana", "Law"], [(0, 2, "PERSON")], ["PERSON"], id="surname-that-is-a-law"),
        pytest.param(
            ["Ana", "Massa", "met", "Massa"],
            [(0, 2, "PERSON"), (3, 4, "GPE")],
            ["PERSON", "PERSON"],
            id="surname-that-is-a-town",
        ),
        pytest.param(["ADDIS", "ABABA"], [(0, 1, "ORG"), (1, 2, "PERSON")], ["GPE"], id="capital-in-capitals"),
        pytest.param(["Lares", "who", "led"], [(0, 1, "ORG")], ["PERSON"], id="who"),
        pytest.param(["NATO"], [(0, 1, "GPE")], ["ORG"], id="international-body"),
        pytest.param(["the", "Lares", "administration"], [(1, 2, "PERSON")], ["PERSON"], id="reign"),
        pytest.param(["Rosa", "de", "Flores"], [(0, 1, "PERSON"), (2, 3, "PERSON")], ["PERSON"], id="particle"),
        pytest.param(
            ["Lares", "Foods", "left", ".", "Lares", "slept"],
            [(0, 2, "ORG"), (4, 5, "PERSON")],
            ["ORG", "ORG"],
            id="company-continued",
        ),
        pytest.param(["Hajj"], [(0, 1, "PERSON")], [], id="holiday"),
        pytest.param(
            ["Lares", "Pact", "(", "LP", ")"], [(0, 2, "ORG"), (3, 4, "ORG")], ["WORK_OF_ART", "ORG"], id="agreement"
        ),
    ],
)
def test_labels(words: list[str], ents: list[tuple[int, int, str]], labels: list[str]) -> None:
    assert [label for _, label in corrected(article(words, ents))] == labels


def test_overlooked_name_is_found_by_its_title() -> None:
    doc = article(["Governor", "Lares", "left"], [], ["NNP", "NNP", "VBD"])
    assert corrected(doc) == [("Lares", "PERSON")]


def test_dates_stay() -> None:
    doc = article(["Monday", "in", "Peru"], [(0, 1, "DATE"), (2, 3, "PERSON")])
    assert corrected(doc) == [("Monday", "DATE"), ("Peru", "GPE")]


@pytest.mark.parametrize(
    ("line", "end"),
    [
        pytest.param(["Andean", "Bank", "Rejects", "Offer", "From", "Lima", NEWLINE, "It"], 6, id="capitals"),
        pytest.param(["Andean", "bank", "rejects", "offer", "from", "Lima", NEWLINE, "It"], 0, id="sentence"),
        pytest.param(["Andean", "Bank", "Rejects", "Offer"], 0, id="no-line-break"),
        pytest.param([], 0, id="nothing"),
    ],
)
def test_headline(line: list[str], end: int) -> None:
    assert headline_end(Doc(ENGLISH.vocab, words=line)) == end


def test_headline_names_are_cut_to_those_of_the_article() -> None:
    words = ["Andean", "Bank", "Rejects", "Big", "Offer", "From", "Lima", NEWLINE, "The", "Andean", "Bank", "left"]
    assert corrected(article(words, [(0, 5, "ORG"), (9, 11, "ORG")])) == [("Andean Bank", "ORG")] * 2


def test_evidence_is_read_once() -> None:
    assert load_evidence() is load_evidence()


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        pytest.param("Çağlar Söyüncü met Ursula van der Leyen.", "Ursula van der Leyen", "PERSON", id="particles"),
        pytest.param("Conan O’Brien praised the show.", "Conan O’Brien", "PERSON", id="apostrophe"),
        pytest.param("The World Trade Organization (WTO) warned Peru.", "WTO", "ORG", id="acronym"),
    ],
)
def test_names_of_many_languages(nlp: Language, text: str, name: str, label: str) -> None:
    assert (name, label) in [(ent.text, ent.label_) for ent in nlp(text).ents]
