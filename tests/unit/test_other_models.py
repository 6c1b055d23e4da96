"""`--model`: pipelines of other builds say what they say in spaCy, whatever their networks are like."""

import warnings
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example
from thinc.api import fix_random_seed

from extract.build import build
from extract.config import BUILT_IN_MODEL
from extract.parse.model import load_model
from extract.pipeline import load, parse
from extract.records import Article

WORDS = ["Peru", "urged", "Chile", "to", "talk", "in", "Lima", "."]
GOLD = {
    "words": WORDS,
    "tags": ["NNP", "VBD", "NNP", "TO", "VB", "IN", "NNP", "."],
    "heads": [1, 1, 1, 4, 1, 4, 5, 1],
    "deps": ["nsubj", "ROOT", "dobj", "aux", "xcomp", "prep", "pobj", "punct"],
    "entities": ["U-GPE", "O", "U-GPE", "O", "O", "O", "U-GPE", "O"],
}
TEXT = "Peru urged Chile to talk in Lima. Chile can't talk to Peru.\n\nLima urged Lima."


def step_layer(*, upper: bool) -> dict[str, object]:
    """What decides on each step: with a hidden layer of its own, as in the CPU models, or without, as in trf."""
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 32, "depth": 1}
    sizes = {"embed_size": 200, "window_size": 1, "maxout_pieces": 2, "subword_features": True}
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": upper,
        "tok2vec": tok2vec | sizes,
    }


def add_rules(nlp: Language) -> None:
    """The attribute ruler and the lemmatizer of the built-in model."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions and vectors, of which rules know nothing
        built_in = spacy.load(BUILT_IN_MODEL)
        for name in ("attribute_ruler", "lemmatizer"):
            nlp.add_pipe(name, source=built_in)


@pytest.fixture(scope="module", params=[True, False], ids=["hidden-layer", "no-hidden-layer"])
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pipeline on disk that has learnt one sentence."""
    fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    layer = step_layer(upper=request.param)
    nlp.add_pipe("parser", config={"model": layer | {"state_type": "parser"}, "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": layer | {"state_type": "ner"}})
    add_rules(nlp)
    examples = [Example.from_dict(Doc(nlp.vocab, words=WORDS), GOLD)]
    with nlp.select_pipes(enable=["tagger", "parser", "ner"]):
        nlp.initialize(lambda: examples)
        for _ in range(30):
            nlp.update(examples)
    path = tmp_path_factory.mktemp("model")
    nlp.to_disk(path)
    return path


def annotation(token: Token) -> tuple[str, ...]:
    return (token.text, token.tag_, token.dep_, str(token.head.i), token.ent_type_)


def annotations(nlp: Language, size: int) -> list[list[tuple[str, ...]]]:
    texts = [TEXT, "", "Peru talks.", TEXT * 5]
    return [[annotation(token) for token in doc] for doc in nlp.pipe(texts, batch_size=size)]


@pytest.mark.parametrize("size", [1, 8])
def test_same_annotation(trained: Path, size: int) -> None:
    bare = spacy.load(trained)
    bare.add_pipe("extract_paragraphs_v1", first=True)
    found = annotations(load_model(str(trained)), size)
    assert found == annotations(bare, size)
    assert ("Lima", "NNP", "pobj", "5", "GPE") in found[0]


def test_whole_road(trained: Path) -> None:
    [(article, doc)] = parse(load(str(trained)), [Article(id="x", text=TEXT)])
    assert {record.text for record in build(doc, article.id) if record.type == "actor"} >= {"Peru", "Chile"}
