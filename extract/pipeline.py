"""The whole road in one spaCy pipeline: the model, then our components, each building on those before it."""

from collections.abc import Iterable, Iterator
from functools import reduce

from spacy.language import Language
from spacy.tokens import Doc

from extract.find import actors, dates, demands, entities, quotes, venues
from extract.link import coreference, parties, settings, speakers
from extract.parse.annotate import annotate, batches
from extract.parse.model import PARAGRAPHS, day, load_model, prepare
from extract.parse.rulebook import require_folder
from extract.records import Article

# importing the modules registers their factories; in an installation spaCy also finds them by entry point
_FACTORIES = (entities, dates, quotes, demands, venues, actors, coreference, speakers, parties, settings)
COMPONENTS = tuple(f"extract_{module.__name__.rpartition('.')[2]}_v1" for module in _FACTORIES)


def load(model: str | None = None, rules: str | None = None) -> Language:
    """The whole pipeline, ready for `nlp.pipe`. `rules`: a folder of TOML rules added to the built-in ones.

    Raises:
        ModelError: the model is missing or lacks a part.
        RuleError: some rule is wrong; names them all.
    """
    if rules is not None:
        require_folder(rules)
    nlp = load_model(model)
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"rules": rules})
    return nlp


def parse(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
    """Pairs of article and Doc, in the order of the articles, with all frames found and linked."""
    names = [name for name in nlp.pipe_names if name != PARAGRAPHS]
    first = names.index(COMPONENTS[0])
    for batch in batches((prepare(nlp, article), article) for article in articles):
        docs = annotate(nlp, [doc for doc, _ in batch], names[:first])
        for doc, (_, article) in zip(docs, batch, strict=True):
            doc._.published = day(article.published)
            yield article, reduce(lambda doc, name: nlp.get_pipe(name)(doc), names[first:], doc)
