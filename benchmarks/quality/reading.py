"""What the pipeline finds in articles: the records, and the entities of the corrected recogniser."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from spacy.language import Language

from extract.build import build
from extract.pipeline import parse
from extract.records import RECORD_TYPES, Article, BaseRecord

R = TypeVar("R", bound=BaseRecord)

Entity = tuple[int, int, str]
"""Start, end and label."""


@dataclass(slots=True)
class Reading:
    """All that was found in one article."""

    records: list[BaseRecord] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def of(self, kind: type[R]) -> list[R]:
        """The records of one type, in the order of the text."""
        return [record for record in self.records if isinstance(record, kind)]


Readings = dict[str, Reading]
"""By the article's id."""


def read(nlp: Language, articles: Sequence[Article]) -> Readings:
    """Runs the pipeline over articles."""
    return {
        article.id: Reading(build(doc, article.id), [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents])
        for article, doc in parse(nlp, articles)
    }


def stored(path: Path, articles: Iterable[Article]) -> Readings:
    """The readings that a facts file (JSON lines, as `extract` writes them) holds; it has no entities."""
    readings = {article.id: Reading() for article in articles}
    with path.open(encoding="utf-8") as lines:
        for record in map(_record, lines):
            if record.article in readings:
                readings[record.article].records.append(record)
    return readings


def _record(line: str) -> BaseRecord:
    kind = BaseRecord.model_validate_json(line).type
    return RECORD_TYPES[kind].model_validate_json(line)
