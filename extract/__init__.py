"""newsfacts: turns news articles into typed facts – actor, date, venue, demand, quote.

>>> import extract
>>> text = "LIMA, June 2 – Peru demanded on Monday that Chile withdraw its ships."
>>> [record.text for record in extract.extract(text, published="2025-06-02") if record.type == "demand"]
['withdraw its ships']

`load` gives the spaCy pipeline itself; its components also work in a pipeline of your own.
"""

from datetime import date, datetime
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.records import (
        SCHEMA_VERSION,
        Actor,
        Article,
        BaseRecord,
        Date,
        Demand,
        Part,
        Quote,
        Reference,
        Venue,
    )

__version__ = "0.1.0"
__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "Article",
    "BaseRecord",
    "Date",
    "Demand",
    "Part",
    "Quote",
    "Reference",
    "Venue",
    "__version__",
    "extract",
    "load",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any of the names above
    """The record classes, imported when first asked for: `extract --help` should not wait for pydantic."""
    if name not in __all__:
        raise AttributeError(f"module 'extract' has no attribute {name!r}")
    return getattr(import_module("extract.records"), name)


def load(model: str | None = None, rules: str | None = None) -> "Language":
    """The spaCy pipeline: the model `model` (en_core_web_md by default) and our components.

    `rules` names a folder of TOML rules that are added to the built-in ones.

    Raises:
        extract.errors.ModelError: the model is missing or lacks a part.
        extract.errors.RuleError: some rule is wrong; names them all.

    >>> load().pipe_names[-1]
    'extract_settings_v1'
    """
    from extract.pipeline import load as load_pipeline  # noqa: PLC0415 - spaCy is slow to import

    return load_pipeline(model, rules)


def extract(
    text: str,
    published: str | date | datetime | None = None,
    *,
    id: str = "text",  # noqa: A002 - the field's name in the wire format
    nlp: "Language | None" = None,
) -> "list[BaseRecord]":
    """The facts of one article, in the order of its text.

    `published` (a date, or ISO 8601) anchors relative dates; without it, they get no calendar value.
    `nlp`: a pipeline from `load()`; by default one that is loaded once and kept.

    Raises:
        pydantic.ValidationError: `published` is no date.
    """
    from extract.build import build  # noqa: PLC0415 - spaCy is slow to import
    from extract.pipeline import parse  # noqa: PLC0415
    from extract.records import Article  # noqa: PLC0415

    article = Article.model_validate({"id": id, "text": text, "published": published})
    [(article, doc)] = parse(nlp or _default(), [article])
    return build(doc, article.id)


@lru_cache(maxsize=1)
def _default() -> "Language":
    return load()
