"""How close a time or place stands to an event, and which venue lies in which, on hand-built parses."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

import extract
from extract.link.clauses import Clauses, Nearness
from extract.link.containment import contain, settle_countries
from extract.parse.frames import Setting
from extract.parse.rulebook import rulebook
from extract.parse.scenes import SettingsRule
from extract.records import VenueKind


def parsed(vocab: Vocab, rows: str) -> Doc:
    """A Doc from "word/pos/dep/head" rows."""
    words, pos, deps, heads = zip(*(row.split("/") for row in rows.split()), strict=True)
    return Doc(vocab, list(words), pos=list(pos), deps=list(deps), heads=[int(head) for head in heads])


SAID = "She/PRON/nsubj/1 said/VERB/ROOT/1 on/ADP/prep/1 Monday/PROPN/pobj/2 "


@pytest.mark.parametrize(
    ("rows", "event", "word", "near"),
    [
        pytest.param(SAID, 1, 3, Nearness.WORD, id="on-the-verb"),
        pytest.param(
            "A/DET/det/1 fire/NOUN/nsubj/2 killed/VERB/ROOT/2 six/NUM/dobj/2 on/ADP/prep/2 Monday/PROPN/pobj/4",
            1,
            5,
            Nearness.CLAUSE,
            id="in-the-clause-of-the-noun",
        ),
        pytest.param(
            "They/PRON/nsubj/1 met/VERB/ROOT/1 Monday/PROPN/npadvmod/1 and/CCONJ/cc/1 voted/VERB/conj/1",
            4,
            2,
            Nearness.SENTENCE,
            id="coordinated",
        ),
        pytest.param(
            SAID + "it/PRON/nsubj/5 failed/VERB/ccomp/1 Friday/PROPN/npadvmod/5", 1, 6, None, id="in-what-is-said"
        ),
        pytest.param("She/PRON/nsubj/1 spoke/VERB/ROOT/1 about/ADP/prep/1 Monday/PROPN/pobj/2", 1, 3, None, id="topic"),
        pytest.param("She/PRON/nsubj/1 left/VERB/ROOT/1 by/ADP/prep/1 Friday/PROPN/pobj/2", 1, 3, None, id="limit"),
        pytest.param(
            "She/PRON/nsubj/1 spoke/VERB/ROOT/1 after/SCONJ/mark/4 he/PRON/nsubj/4 left/VERB/advcl/1 "
            "Monday/PROPN/npadvmod/4",
            1,
            5,
            None,
            id="of-what-went-before",
        ),
        pytest.param(
            "While/SCONJ/mark/2 Peru/PROPN/nsubj/2 voted/VERB/advcl/5 Monday/PROPN/npadvmod/2 she/PRON/nsubj/5 "
            "spoke/VERB/ROOT/5",
            5,
            3,
            None,
            id="of-others-in-contrast",
        ),
        pytest.param(
            "She/PRON/nsubj/1 spoke/VERB/ROOT/1 but/CCONJ/cc/1 he/PRON/nsubj/4 left/VERB/conj/1 "
            "Monday/PROPN/npadvmod/4",
            1,
            5,
            None,
            id="of-another-in-coordination",
        ),
        pytest.param(
            "Monday/PROPN/npadvmod/2 she/PRON/nsubj/2 spoke/VERB/ROOT/2 and/CCONJ/cc/2 he/PRON/nsubj/5 "
            "left/VERB/conj/2",
            5,
            0,
            Nearness.SENTENCE,
            id="opening-two-clauses",
        ),
        pytest.param(
            "They/PRON/nsubj/1 voted/VERB/ROOT/1 on/ADP/prep/1 plans/NOUN/pobj/2 for/ADP/prep/3 Monday/PROPN/pobj/4",
            1,
            5,
            None,
            id="extent",
        ),
        pytest.param(
            "Ana/PROPN/nsubj/4 ,/PUNCT/punct/0 elected/VERB/relcl/0 Monday/PROPN/npadvmod/2 spoke/VERB/ROOT/4",
            4,
            3,
            None,
            id="of-the-subject",
        ),
    ],
)
def test_nearness(vocab: Vocab, rows: str, event: int, word: int, near: Nearness | None) -> None:
    doc = parsed(vocab, rows)
    found = Clauses(rulebook("settings", SettingsRule)).nearness(doc[event], doc[word])
    assert (found[0] if found is not None else None) == near


@pytest.fixture
def vocab() -> Vocab:
    return spacy.blank("en").vocab


def setting(doc: Doc, place: int, kind: VenueKind, country: str | None) -> Setting:
    return Setting(doc[place : place + 1], doc[1:2], "venue.act", doc[place].text, kind, country)


@pytest.mark.parametrize(
    ("words", "kinds", "countries", "holds"),
    [
        pytest.param("They met in Lima , Peru", ("city", "country"), ("PE", "PE"), True, id="comma"),
        pytest.param("They met in Lima , Chile", ("city", "country"), ("PE", "CL"), False, id="other-country"),
        pytest.param("They met in Lima , Oslo", ("city", "city"), ("PE", "NO"), False, id="of-one-size"),
        pytest.param("They met in Peru in Lima", ("country", "city"), ("PE", "PE"), False, id="larger-first"),
    ],
)
def test_contain(
    vocab: Vocab, words: str, kinds: tuple[VenueKind, VenueKind], countries: tuple[str, str], *, holds: bool
) -> None:
    doc = Doc(vocab, words.split())
    inner, outer = (setting(doc, i, kind, country) for i, kind, country in zip((3, 5), kinds, countries, strict=True))
    contain([inner, outer])
    assert (inner.within is outer) == holds


@pytest.mark.parametrize(
    ("others", "beside", "international", "country"),
    [
        pytest.param(("PE", "PE"), None, False, "PE", id="where-the-story-is"),
        pytest.param(("PE", "CL"), None, False, None, id="of-a-story-in-two-countries"),
        pytest.param(("PE", None), None, False, None, id="of-a-single-other"),
        pytest.param(("PE", "PE"), "DK", False, "DK", id="by-its-own-words"),
        pytest.param(("PE", "PE"), None, True, None, id="of-no-country"),
    ],
)
def test_settle_countries(
    vocab: Vocab,
    others: tuple[str | None, str | None],
    beside: str | None,
    international: bool,  # noqa: FBT001 - a column of the table
    country: str | None,
) -> None:
    doc = Doc(vocab, ["They", "met", "at", "sea", ",", "Lima", "and", "Callao"])
    venue = setting(doc, 3, "building", None)
    venue.beside, venue.international = beside, international
    located = [setting(doc, i, "city", code) for i, code in zip((5, 7), others, strict=True)]
    located[1].event = doc[6:7]
    settle_countries([venue, *located])
    assert venue.country == country


def test_told_twice(nlp: Language) -> None:
    """The same event told again keeps its own record, with the date of the first."""
    text = "A strike in Lima on 2 June closed the port. The strike in Lima cost millions."
    first, second = (r for r in extract.extract(text, published="2025-06-20", nlp=nlp) if r.type == "venue")
    assert first.model_dump()["date"] == second.model_dump()["date"] is not None
