"""The model as we tune it says what the model as spaCy loads it says."""

import warnings
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Token

from extract.config import BUILT_IN_MODEL
from extract.errors import ModelError
from extract.parse import embeddings
from extract.parse.model import load_model

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
CONTRACTIONS = [
    "They ain't gonna go; you gotta see it. Let's c'mon, y'all!",
    "There's nothin' here. There are two. Ain't there? He'd said he'd go 'cause I'm him.",
    "  \n\n Is \t it?\n",
    "",
]


@pytest.fixture(scope="module")
def bare() -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = spacy.load(BUILT_IN_MODEL)
    model.add_pipe("extract_paragraphs_v1", first=True)
    return model


@pytest.fixture(scope="module")
def tuned() -> Language:
    return load_model()


def annotation(token: Token) -> tuple[str, ...]:
    head = str(token.head.i)
    return (token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, head, token.ent_type_)


@pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(path.read_text(encoding="utf-8"), id=path.stem) for path in SAMPLES),
        *(pytest.param(text, id=f"contractions-{i}") for i, text in enumerate(CONTRACTIONS)),
    ],
)
def test_same_annotation(bare: Language, tuned: Language, text: str) -> None:
    assert [annotation(t) for t in tuned(text)] == [annotation(t) for t in bare(text)]


@pytest.mark.parametrize("size", [1, 3, 64])
def test_same_annotation_in_batches(bare: Language, tuned: Language, size: int) -> None:
    texts = [*(path.read_text(encoding="utf-8") for path in SAMPLES), *CONTRACTIONS]
    expected = [[annotation(t) for t in bare(text)] for text in texts]
    assert [[annotation(t) for t in doc] for doc in tuned.pipe(texts, batch_size=size)] == expected


@pytest.mark.parametrize("most", [pytest.param(10, id="more-forms-than-room"), pytest.param(500, id="begins-anew")])
def test_few_embeddings_kept(monkeypatch: pytest.MonkeyPatch, bare: Language, most: int) -> None:
    monkeypatch.setattr(embeddings, "MOST", most)
    small = load_model()
    for path in SAMPLES:
        text = path.read_text(encoding="utf-8")
        assert [annotation(t) for t in small(text)] == [annotation(t) for t in bare(text)]


def test_table_stays_small(tuned: Language) -> None:
    """Only the forms that the ruler asks about make new entries, so a million new words don't grow it."""
    table = dict(tuned.pipeline)["extract_attributes_v1"]
    tuned("The zorbly flimp glorked.")
    size = len(table._known)  # type: ignore[attr-defined]  # noqa: SLF001
    tuned("The quambly blimp snorked.")
    assert len(table._known) <= size + 2  # type: ignore[attr-defined]  # noqa: SLF001


@pytest.mark.parametrize("name", ["no_such_model", "/no/such/path"])
def test_missing_model(name: str) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline"):
        load_model(name)


def test_model_without_parser(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no tagger, parser, lemmatizer, ner"):
        load_model(str(tmp_path / "blank"))
