"""No text breaks the demand finder or slows it down: endless sentences, deep nesting, no parse at all."""

from itertools import product
from time import process_time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extract.find.demands import make_demands
from extract.find.demands.rules import DemandsRule
from extract.parse.frames import Attribution, Directive
from extract.parse.rulebook import rulebook
from tests.hostile.trees import Row, rows, tree

NLP = spacy.blank("en")
DEMANDS = make_demands(NLP, "demands", None)
CUES = sorted({lemma for rule in rulebook("demands", DemandsRule) for lemma in rule.cue})
TAGS = {"VERB": "VB", "NOUN": "NN", "AUX": "MD", "PRON": "PRP", "ADP": "IN", "PART": "TO", "PUNCT": "``"}
LEVELS = 6


def found(doc: Doc) -> list[Directive]:
    return list(DEMANDS(doc)._.demands)


MARKS = ["“", "”", "‘", "’", "\n", ","]
LINKS = ["or", "and", "which", "following", "with", "what", "that", "in"]
WORDS = [*CUES, *MARKS, *LINKS, "to", "for", "not", "they", "it", "you", "please", "release", "risk", "letter", "us"]


@given(st.lists(rows(WORDS, TAGS), min_size=1, max_size=25), st.booleans())
def test_any_tree_gives_contents_inside_the_text(drawn: list[Row], quoted: bool) -> None:  # noqa: FBT001 - drawn
    doc = tree(NLP.vocab, drawn, TAGS)
    if quoted:
        doc._.quotes = [Attribution([doc[:]], "direct", "quote.test")]
    for directive in found(doc):
        assert 0 <= directive.content.start < directive.content.end <= len(doc)
        assert not directive.content[0].is_space


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀", "Demand.", "urge " * 50, "“" * 200, "must to be or to demand"])
def test_text_without_a_parse_gives_nothing(text: str) -> None:
    assert found(NLP.make_doc(text)) == []


def test_arcs_may_cross() -> None:
    words = ["it", "Norland", "urged", "Estmark", "to", "sign", "left"]
    doc = Doc(
        NLP.vocab,
        words=words,
        lemmas=["it", "Norland", "urge", "Estmark", "to", "sign", "leave"],
        pos=["PRON", "PROPN", "VERB", "PROPN", "PART", "VERB", "VERB"],
        tags=["PRP", "NNP", "VBD", "NNP", "TO", "VB", "VBD"],
        heads=[6, 2, 2, 2, 5, 2, 5],
        deps=["nsubj", "nsubj", "ROOT", "dobj", "aux", "xcomp", "relcl"],
    )
    assert [directive.cue.text for directive in found(doc)] == ["urged"]


@pytest.mark.parametrize(
    ("word", "label"),
    list(product(["urge", "demand", "must", "call"], ["conj", "xcomp", "ccomp", "pobj", "advcl"])),
    ids=str,
)
def test_time_grows_with_the_length_of_a_chain(word: str, label: str) -> None:
    def seconds(length: int) -> float:
        doc = tree(NLP.vocab, [(word, "VERB", "ROOT", 0), *[(word, "VERB", label, 1)] * length], TAGS)
        start = process_time()
        found(doc)
        return process_time() - start

    assert seconds(3000) < 5


def test_sentence_of_3000_words(nlp: Language) -> None:
    doc = nlp("The minister said that " + "the council urged the mayor to open the park and " * 300 + "left.")
    assert len(doc._.demands) > 100


def test_six_levels_of_report(nlp: Language) -> None:
    names = ["Ana", "Ben", "Cleo", "Dora", "Emil", "Fritz"]
    text = "".join(f"{name} said that " for name in names) + "the council must open the park."
    demand = next(d for d in nlp(text)._.demands if d.cue.text == "must")
    assert demand.content.text == "open the park"
    assert demand.actor is not None
    assert demand.actor.text == names[LEVELS - 1]
