"""An article file of the gold set, as a person writes it: TOML, parts named by their words instead of by offsets."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from extract.records import ActorKind, DateKind, DemandKind, QuoteKind, Stance, VenueKind


def _listed(value: object) -> object:
    """One accepted answer may be written without its brackets."""
    return value if isinstance(value, list) else [value]


Answers = BeforeValidator(_listed)
Countries = Annotated[list[str], Answers]
"""Accepted ISO 3166-1 alpha-2 codes; "None" where no country is an accepted answer."""
Names = Annotated[list[str], Answers]
"""Accepted actors by name; "" where naming nobody is an accepted answer."""


class _Entry(BaseModel):
    """`required = false`: doubtful; finding it counts neither way."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    required: bool = True


class ActorEntry(_Entry):
    """Who acts; `aliases` are words of the text that name or describe the actor."""

    name: str
    kind: ActorKind
    country: Countries = ["None"]
    role: str | None = None
    unnamed: bool = False
    aliases: list[str] = []


class VenueEntry(_Entry):
    """Where something happens; `event` is the word for what happens."""

    place: str
    event: str
    kind: Annotated[list[VenueKind], Answers]
    country: Countries = ["None"]


class DemandEntry(_Entry):
    """Who wants what of whom."""

    content: str
    cue: str
    actor: Names = [""]
    addressee: Names = [""]
    kind: Annotated[list[DemandKind], Answers]
    stance: Annotated[list[Stance], Answers] = ["asserted"]


class QuoteEntry(_Entry):
    """Who said what; discontinuous content is a list."""

    content: Annotated[list[str], Answers]
    speaker: Names = [""]
    kind: Annotated[list[QuoteKind], Answers]
    nested: bool = False


class DateEntry(_Entry):
    """A temporal expression with its accepted TIMEX3 values."""

    text: str
    value: Annotated[list[str], Answers]
    kind: DateKind = "date"


class AnnotatedArticle(BaseModel):
    """One article with all its records; its text is given here, or as the name of a file of `samples/`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    published: date
    title: str | None = None
    text: str = ""
    sample: str | None = None
    actors: list[ActorEntry]
    venues: list[VenueEntry] = []
    demands: list[DemandEntry] = []
    quotes: list[QuoteEntry] = []
    dates: list[DateEntry] = []

    @model_validator(mode="after")
    def _has_one_text(self) -> Self:
        if bool(self.text) == bool(self.sample):
            raise ValueError("one of `text` and `sample` is needed")
        return self
