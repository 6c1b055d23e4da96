"""The whole road in one spaCy pipeline: the model, then our components, each building on those before it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from extract.find import actors, dates, demands, entities, quotes, venues
from extract.link import coreference, parties, settings, speakers
from extract.parse.long import is_long, parse_pieces
from extract.parse.model import day, load_model, prepare
from extract.parse.rulebook import require_folder
from extract.records import Article

# importing the modules registers their factories; in an installation spaCy also finds them by entry point
_FACTORIES = (entities, dates, quotes, demands, venues, actors, coreference, speakers, parties, settings)
COMPONENTS = tuple(f"extract_{module.__name__.rpartition('.')[2]}_v1" for module in _FACTORIES)

# Enough for full matrices. 32 articles of 1,200 tokens at once took 15 % more time and twice the memory: the system's
# time to hand out fresh pages for the large arrays.
BATCH_TOKENS = 3000


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
    for long, group in groupby(articles, key=lambda article: is_long(article.text)):
        if long:
            yield from ((article, _parse_long(nlp, article)) for article in group)
        else:
            for batch in batches((prepare(nlp, article), article) for article in group):
                yield from ((article, doc) for doc, article in nlp.pipe(batch, as_tuples=True, batch_size=len(batch)))


def batches(docs: Iterable[tuple[Doc, Article]]) -> Iterator[list[tuple[Doc, Article]]]:
    """Groups of Docs of about `BATCH_TOKENS` in all."""
    batch: list[tuple[Doc, Article]] = []
    tokens = 0
    for pair in docs:
        batch.append(pair)
        tokens += len(pair[0])
        if tokens >= BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _parse_long(nlp: Language, article: Article) -> Doc:
    doc = parse_pieces(nlp, article.text, [name for name in nlp.pipe_names if name not in COMPONENTS])
    doc._.published = day(article.published)
    for name in COMPONENTS:
        doc = nlp.get_pipe(name)(doc)
    return doc
