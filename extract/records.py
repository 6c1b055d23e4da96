"""What goes in and what comes out: articles and the five record types of the wire format.

All offsets are `[start, end)` in Unicode code points of the article's text.
"""

import json
import re
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

SCHEMA_VERSION = "1"

Offsets = tuple[int, int]
ActorKind = Literal["person", "organization", "government", "group", "source"]
DateKind = Literal["date", "time", "duration", "set"]
VenueKind = Literal["building", "city", "region", "country", "area"]
DemandKind = Literal["demand", "appeal", "proposal", "condition"]
Stance = Literal["asserted", "denied", "hypothetical"]
QuoteKind = Literal["direct", "indirect", "mixed"]


_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Article(BaseModel):
    """One news article; `published` anchors its relative dates."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    title: str | None = None
    published: datetime | date | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None

    @field_validator("id", "text", "title")
    @classmethod
    def _whole(cls, text: str | None) -> str | None:
        """Puts U+FFFD for each half of a character (lone surrogate): no UTF-8 can hold one."""
        return _SURROGATE.sub("\ufffd", text) if text else text


class Part(BaseModel):
    """Words of the article that play a part in a record: a cue, an event."""

    model_config = ConfigDict(frozen=True)

    text: str = Field(description="the words")
    spans: list[Offsets] = Field(description="where they stand in the article")


class Named(BaseModel):
    """An actor by id and readable name."""

    id: str | None = Field(description="id of the actor; null where the mention could not be resolved")
    name: str = Field(description="the actor's name, else the words of the mention")


class Reference(Part, Named):
    """Who plays a part in a record: the actor's id and readable name, and the words that say it here.

    `id` is null where the mention could not be resolved to an actor.
    """


class BaseRecord(BaseModel):
    """What all records share. `text` is the article's text at `spans`, joined by a space where there are several."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True, validate_by_name=True)

    type: str = Field(description="which of the record types this is")
    schema_version: Literal["1"] = Field(default="1", alias="schema", description="version of this format")
    id: str = Field(description="the type and a number, unique in the article, in the order of the text")
    article: str = Field(description="the article's path as given, or its own id")
    text: str = Field(description="the words of the article at `spans`, joined by a space where there are several")
    spans: list[Offsets] = Field(description="where the words stand: [start, end) in code points of the article's text")
    rule: str = Field(description="id of the rule that found it")


class Actor(BaseRecord):
    """Who acts: one record per entity per article."""

    type: Literal["actor"] = "actor"
    name: str = Field(description="the fullest name in the article; for a capital or building, the government's")
    kind: ActorKind = Field(description="`source` is somebody unnamed who speaks")
    role: str | None = Field(default=None, description="the title that the article gives")
    country: str | None = Field(default=None, description="of the affiliation, ISO 3166-1 alpha-2")
    unnamed: bool = Field(default=False, description="whether the article withholds the name")
    aliases: list[str] = Field(default=[], description="the names and descriptions that the article uses")
    mentions: list[Offsets] = Field(default=[], description="every span that refers to the actor, pronouns included")


class Date(BaseRecord):
    """When: one record per temporal expression, with its TIMEX3 value."""

    type: Literal["date"] = "date"
    value: str | None = Field(description="TIMEX3 (ISO 8601); null where it can't be resolved")
    kind: DateKind = Field(description="a calendar date, a time of day, a length of time, or a recurring one")
    start: date | None = Field(default=None, description="the first calendar day; null for durations and sets")
    end: date | None = Field(default=None, description="the last calendar day; null for durations and sets")


class Venue(BaseRecord):
    """Where: one record per place and event."""

    type: Literal["venue"] = "venue"
    name: str = Field(description="the place")
    kind: VenueKind = Field(description="what sort of place")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="degrees north, from the gazetteer")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="degrees east, from the gazetteer")
    within: str | None = Field(default=None, description="id of the larger venue")
    event: Part | None = Field(default=None, description="the word that names the event")
    date: str | None = Field(default=None, description="id of the date record")


class Demand(BaseRecord):
    """Who wants what of whom: one record per distinct thing wanted."""

    type: Literal["demand"] = "demand"
    kind: DemandKind = Field(description="how it is put")
    stance: Stance = Field(default="asserted", description="whether it was made, expressly not made, or only may be")
    cue: Part = Field(description="the words that make it a demand")
    actor: Reference | None = Field(default=None, description="who wants it; null where the text names nobody")
    addressee: Reference | None = Field(default=None, description="who is to do it; null where the text leaves it open")
    reported_by: Reference | None = Field(default=None, description="who says that the demand was made")
    date: str | None = Field(default=None, description="id of the date record")
    venue: str | None = Field(default=None, description="id of the venue record")


class Quote(BaseRecord):
    """Who said what: one record per attributed statement."""

    type: Literal["quote"] = "quote"
    kind: QuoteKind = Field(description="all in quotation marks, all paraphrased, or both")
    nested: bool = Field(default=False, description="whether it stands in another quote's content")
    cue: Part | None = Field(default=None, description="the words of attribution; null where they are left out")
    speaker: Reference | None = Field(default=None, description="who said it; null where the text names nobody")
    addressee: Reference | None = Field(default=None, description="whom it was said to")
    date: str | None = Field(default=None, description="id of the date record")
    venue: str | None = Field(default=None, description="id of the venue record")


Record = Annotated[Actor | Date | Venue | Demand | Quote, Field(discriminator="type")]
RECORD_TYPES: dict[str, type[BaseRecord]] = {
    "actor": Actor,
    "date": Date,
    "venue": Venue,
    "demand": Demand,
    "quote": Quote,
}


def json_schema() -> str:
    """The JSON Schema of a record in the wire format."""
    return json.dumps(TypeAdapter(Record).json_schema(mode="serialization"), indent=2)
