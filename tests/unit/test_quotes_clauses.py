"""Which clause a cue takes and where it begins, on parses made by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.find.quotes.clauses import clause
from extract.find.quotes.cues import Cue, QuotesRule

NLP = spacy.blank("en")
EXAMPLE = {"text": "Flores said it rained.", "gives": [{"content": "it rained"}]}


def parsed(rows: str) -> Doc:
    """A Doc from "word/TAG/POS/label/head" separated by spaces."""
    words, tags, pos, deps, heads = zip(*(row.split("/") for row in rows.split()), strict=True)
    return Doc(
        NLP.vocab, words=list(words), tags=list(tags), pos=list(pos), deps=list(deps), heads=[int(h) for h in heads]
    )


@pytest.mark.parametrize(
    ("rows", "conditional", "words"),
    [
        pytest.param(
            "Flores/NNP/PROPN/nsubj/1 said/VBD/VERB/ROOT/1 after/IN/ADP/prep/7 lunch/NN/NOUN/pobj/2 "
            "that/IN/SCONJ/mark/6 it/PRP/PRON/nsubj/6 rained/VBD/VERB/acl/3 failed/VBD/VERB/ccomp/1",
            False,
            ["that it rained failed"],
            id="circumstance-before-that",
        ),
        pytest.param(
            "Flores/NNP/PROPN/nsubj/1 agreed/VBD/VERB/ROOT/1 if/IN/SCONJ/mark/4 they/PRP/PRON/nsubj/4 "
            "left/VBD/VERB/ccomp/1",
            False,
            [],
            id="condition",
        ),
        pytest.param(
            "Flores/NNP/PROPN/nsubj/1 asked/VBD/VERB/ROOT/1 if/IN/SCONJ/mark/4 they/PRP/PRON/nsubj/4 "
            "left/VBD/VERB/ccomp/1",
            True,
            ["if they left"],
            id="question",
        ),
        pytest.param(
            "which/WDT/PRON/nsubj/3 Flores/NNP/PROPN/nsubj/2 said/VBD/VERB/ROOT/2 sank/VBD/VERB/ccomp/2 "
            "here/RB/ADV/advmod/3",
            False,
            ["sank here"],
            id="inside-a-relative-clause",
        ),
        pytest.param(
            "fears/NNS/NOUN/ROOT/0 it/PRP/PRON/nsubj/2 sank/VBD/VERB/acl/0",
            False,
            ["it sank"],
            id="noun-without-that",
        ),
    ],
)
def test_clause(rows: str, conditional: bool, words: list[str]) -> None:  # noqa: FBT001 - a column of the table
    doc = parsed(rows)
    verb = next(t for t in doc if t.dep_ == "ROOT")
    rule = QuotesRule.model_validate({"id": "quote.test", "conditional": conditional, "example": [EXAMPLE]})
    assert [span.text for span in clause(Cue(verb, rule))] == words
