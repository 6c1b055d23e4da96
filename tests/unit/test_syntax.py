"""Questions about a parsed sentence, asked of Docs built by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.parse import syntax

VOCAB = spacy.blank("en").vocab


def parsed(*rows: tuple[str, str, int, str]) -> Doc:
    """A Doc from rows of word, tag, head index and dependency label."""
    words, tags, heads, deps = (list(column) for column in zip(*rows, strict=True))
    pos = [{"N": "NOUN", "V": "VERB", "P": "PRON"}.get(str(tag)[0], "X") for tag in tags]
    return Doc(VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=deps)


URGED = parsed(  # Peru urged Chile to leave and apologise .
    ("Peru", "NNP", 1, "nsubj"),
    ("urged", "VBD", 1, "ROOT"),
    ("Chile", "NNP", 1, "dobj"),
    ("to", "TO", 4, "aux"),
    ("leave", "VB", 1, "xcomp"),
    ("and", "CC", 4, "cc"),
    ("apologise", "VB", 4, "conj"),
    (".", ".", 1, "punct"),
)
RELATIVE = parsed(  # the envoy of Peru , who resigned , was attacked by rebels
    ("the", "DT", 1, "det"),
    ("envoy", "NN", 9, "nsubjpass"),
    ("of", "IN", 1, "prep"),
    ("Peru", "NNP", 2, "pobj"),
    (",", ",", 1, "punct"),
    ("who", "WP", 6, "nsubj"),
    ("resigned", "VBD", 1, "relcl"),
    (",", ",", 1, "punct"),
    ("was", "VBD", 9, "auxpass"),
    ("attacked", "VBN", 9, "ROOT"),
    ("by", "IN", 9, "agent"),
    ("rebels", "NNS", 10, "pobj"),
)


@pytest.mark.parametrize(
    ("doc", "verb", "subject"),
    [
        pytest.param(URGED, 1, "Peru", id="own"),
        pytest.param(URGED, 4, "Chile", id="object-controls-infinitive"),
        pytest.param(URGED, 6, "Chile", id="shared-by-coordination"),
        pytest.param(RELATIVE, 6, "envoy", id="antecedent-of-who"),
        pytest.param(RELATIVE, 9, "envoy", id="passive"),
    ],
)
def test_subject(doc: Doc, verb: int, subject: str) -> None:
    found = syntax.subject(doc[verb])
    assert found is not None
    assert found.text == subject


def test_agent() -> None:
    found = syntax.agent(RELATIVE[9])
    assert found is not None
    assert found.text == "rebels"
    assert syntax.agent(URGED[1]) is None


@pytest.mark.parametrize(
    ("doc", "verb", "passive"), [(URGED, 1, False), (RELATIVE, 9, True)], ids=["active", "passive"]
)
def test_voice(doc: Doc, verb: int, passive: bool) -> None:  # noqa: FBT001 - a column of the table
    assert syntax.is_passive(doc[verb]) is passive


def test_noun_phrase_keeps_its_of_and_drops_its_clause() -> None:
    assert syntax.noun_phrase(RELATIVE[1]).text == "the envoy of Peru"


def test_coordinated() -> None:
    assert [t.text for t in syntax.coordinated(URGED[4])] == ["leave", "apologise"]


@pytest.mark.parametrize(("token", "verb"), [(2, "urged"), (5, "leave"), (6, "apologise")])
def test_clause_verb(token: int, verb: str) -> None:
    assert syntax.clause_verb(URGED[token]).text == verb


def test_trimmed() -> None:
    doc = parsed(("“", "``", 1, "punct"), ("Go", "VB", 1, "ROOT"), (".", ".", 1, "punct"))
    inner = syntax.trimmed(doc[:])
    assert inner is not None
    assert inner.text == "Go"
    assert syntax.trimmed(doc[2:3]) is None
