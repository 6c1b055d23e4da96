"""The spaCy model, tuned for the CPU, and articles made ready for it."""

import warnings
from datetime import date, datetime
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from extract.config import BUILT_IN_MODEL
from extract.errors import ModelError
from extract.parse import frames
from extract.parse.morphology import tabulate_attributes
from extract.records import Article

NEEDED = ("tagger", "parser", "ner")


def load_model(model: str | None = None) -> Language:
    """The bare model, by package name or path; the built-in en_core_web_md by default.

    Raises:
        ModelError: it is not installed, or has no tagger, parser or entity recogniser.
    """
    name = model or BUILT_IN_MODEL
    if name == BUILT_IN_MODEL and find_spec(name) is None:
        raise ModelError(f"the model package {name!r} is missing: reinstall newsfacts")
    try:
        with warnings.catch_warnings():
            if name == BUILT_IN_MODEL:
                # 3.7.1 loads in spaCy 3.8 with identical output (checked on four uploads); other pairs keep the warning
                warnings.filterwarnings("ignore", message=r"\[W095\] Model 'en_core_web_md' \(3\.7\.1\)")
            nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(f"no spaCy pipeline {name!r}: install it, or leave out --model ({error})") from None
    lacking = [part for part in NEEDED if not nlp.has_pipe(part)]
    if lacking:
        raise ModelError(f"the model {name!r} has no {', '.join(lacking)}: choose one with a tagger, parser and NER")
    use_openblas(nlp)
    if name == BUILT_IN_MODEL:
        tabulate_attributes(nlp)
    return nlp


def use_openblas(nlp: Language) -> None:
    """Puts every CPU layer on numpy's matrix library: same output, 1.7 x the speed of thinc's BLIS where measured."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model) and isinstance(network.ops, NumpyOps):
            for layer in network.walk():
                layer.ops = ops


def prepare(nlp: Language, article: Article) -> Doc:
    """The tokenized article with its publication day."""
    frames.register()
    doc = nlp.make_doc(article.text)
    doc._.published = day(article.published)
    return doc


def day(published: datetime | date | None) -> date | None:
    """The calendar day of a publication in its own timezone."""
    return published.date() if isinstance(published, datetime) else published
