"""What is asked of a worker, and what comes back for each article."""

from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from typing import Any

from extract.errors import InputError
from extract.read.document import Document
from extract.read.documents import DEFAULT_LIMIT
from extract.records import Article

# inputs that were found unreadable keep their place in the order of the documents
Batch = list[Document | InputError]


@dataclass(frozen=True, slots=True)
class Work:
    """How every article of a run is processed; goes to each worker process once.

    `types`: the record types wanted, all if None. `limit`: bytes of one article at most. `any_language`:
    whether articles that seem to be in another language than English are read too.
    """

    model: str | None = None
    rules: str | None = None
    types: frozenset[str] | None = None
    published: datetime | date | None = None
    limit: int = DEFAULT_LIMIT
    any_language: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article's facts as lines of the wire format, or the reason why there are none.

    `article` is None exactly where there is an `error`. `path` and `line` say where it was read.
    """

    place: str
    path: str | None = None
    line: int | None = None
    article: Article | None = None
    lines: tuple[str, ...] = ()
    digest: str = ""
    error: InputError | None = None
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def died(document: Document | InputError) -> Outcome:
    """The outcome of an article that took the processes that worked on it with it."""
    message = "its process died twice (too little memory?): give it alone, or split it"
    return Outcome(document.place, error=InputError(document.place, "died", message))


def to_json(outcome: Outcome) -> dict[str, Any]:
    """An outcome as a JSON object."""
    fields = {field.name: getattr(outcome, field.name) for field in dataclass_fields(outcome)}
    article, error = outcome.article, outcome.error
    return fields | {
        "article": article.model_dump(mode="json") if article is not None else None,
        "error": error.args if error is not None else None,
    }


def from_json(fields: dict[str, Any]) -> Outcome:
    """The outcome that `to_json` made the object of."""
    article, error = fields["article"], fields["error"]
    return Outcome(
        **fields
        | {
            "article": Article.model_validate(article) if article is not None else None,
            "error": InputError(*error) if error is not None else None,
            "lines": tuple(fields["lines"]),
            "warnings": tuple(fields["warnings"]),
            "notes": tuple(fields["notes"]),
        }
    )
