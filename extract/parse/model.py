"""The spaCy model, tuned for the CPU, and articles made ready for it."""

import sys
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config
from thinc.api import Model, NumpyOps

from extract.config import BUILT_IN_MODEL
from extract.errors import ModelError
from extract.parse import frames
from extract.parse.embeddings import keep_embeddings
from extract.parse.long import tokenized
from extract.parse.morphology import tabulate_attributes
from extract.parse.paragraphs import mark_paragraphs  # noqa: F401 - registers the component
from extract.parse.transitions import step_parsers
from extract.records import Article

PARAGRAPHS = "extract_paragraphs_v1"
FORMS = 5_000  # of words, 2 MB: as many as come again in some thousand articles
NEEDED = ("tagger", "parser", "lemmatizer", "ner")


def load_model(model: str | None = None) -> Language:
    """The bare model, by package name or path; the built-in en_core_web_md by default.

    Raises:
        ModelError: it is not installed, or lacks one of `NEEDED`.
    """
    nlp = _load_built_in() if model in {None, BUILT_IN_MODEL} else _load_other(str(model))
    use_openblas(nlp)
    step_parsers(nlp)
    keep_embeddings(nlp)
    nlp.add_pipe(PARAGRAPHS, first=True)
    nlp.max_length = sys.maxsize  # the networks get long texts in pieces
    return nlp


def _load_built_in() -> Language:
    """The built-in model without what English news needs not: its senter and the strings of its 680,000 vectors.

    Vectors are found by hash, and the strings of a text are added as it is tokenized: a third of the time to load,
    same output. (3.7.1 runs in spaCy 3.8 with identical output, so no warning of versions either.)
    """
    package = find_spec(BUILT_IN_MODEL)
    if package is None or package.origin is None:
        raise ModelError(f"the model package {BUILT_IN_MODEL!r} is missing: reinstall newsfacts")
    [folder] = Path(package.origin).parent.glob("en_core_web_md-*")
    nlp = load_model_from_config(load_config(folder / "config.cfg"), exclude=["senter"], auto_fill=False)
    nlp.from_disk(folder, exclude=["senter", "strings"])
    tabulate_attributes(nlp)
    index_lemmas(nlp)
    return nlp


def _load_other(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(f"no spaCy pipeline {model!r}: install it, or leave out --model ({error})") from None
    lacking = [part for part in NEEDED if not nlp.has_pipe(part)]
    if lacking:
        raise ModelError(f"the model {model!r} has no {', '.join(lacking)}: choose one with {', '.join(NEEDED)}")
    return nlp


def use_openblas(nlp: Language) -> None:
    """Puts every CPU layer on numpy's matrix library: same output, 1.7 x the speed of thinc's BLIS where measured."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.components:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model) and isinstance(network.ops, NumpyOps):
            for layer in network.walk():
                layer.ops = ops


def index_lemmas(nlp: Language) -> None:
    """Turns the lemmatizer's word lists into sets: a form new to it took a search through 100,000 words."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos in list(index):
            index[pos] = frozenset(index[pos])


def forget_forms(nlp: Language, most: int = FORMS) -> None:
    """Empties the lemmatizer's cache, which keeps every form that it has ever seen, when it has more than `most`."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    if isinstance(lemmatizer, Lemmatizer) and len(lemmatizer.cache) > most:
        lemmatizer.cache.clear()


def prepare(nlp: Language, article: Article) -> Doc:
    """The tokenized article."""
    frames.register()
    return tokenized(nlp, article.text)


def day(published: datetime | date | None) -> date | None:
    """The calendar day of a publication in its own timezone."""
    return published.date() if isinstance(published, datetime) else published
