"""Articles go through the model in batches of so many tokens, in their order."""

import pytest
import spacy

from extract.parse import frames
from extract.parse.annotate import BATCH_TOKENS, annotate, batches
from extract.parse.long import PIECE
from extract.records import Article

SHORT, LONG = 10, BATCH_TOKENS + 1


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        pytest.param([], [], id="none"),
        pytest.param([SHORT] * 5, [5], id="short-ones-together"),
        pytest.param([LONG, LONG], [1, 1], id="long-ones-alone"),
        pytest.param([SHORT, LONG, SHORT], [2, 1], id="mixed"),
        pytest.param([0, 0], [2], id="empty-texts"),
    ],
)
def test_batches(lengths: list[int], sizes: list[int]) -> None:
    nlp = spacy.blank("en")
    pairs = [(nlp.make_doc("a " * n), Article(id=str(i), text="")) for i, n in enumerate(lengths)]
    made = list(batches(iter(pairs)))
    assert [len(batch) for batch in made] == sizes
    assert [article.id for batch in made for _, article in batch] == [article.id for _, article in pairs]


@pytest.mark.parametrize("length", [pytest.param(1, id="one-piece"), pytest.param(PIECE, id="several-pieces")])
def test_dateline_of_a_long_article(length: int) -> None:
    frames.register()
    nlp = spacy.blank("en")
    [doc] = annotate(nlp, [nlp.make_doc("LIMA – " + "Peru left. " * length)], [])
    assert doc._.body == len(["LIMA", "–"])
