"""What goes in and what comes out: articles and the five record types of the wire format.

All offsets are `[start, end)` in Unicode code points of the article's text.
"""

import json
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SCHEMA_VERSION = "1"

Offsets = tuple[int, int]
ActorKind = Literal["person", "organization", "government", "group", "source"]
DateKind = Literal["date", "time", "duration", "set"]
VenueKind = Literal["building", "city", "region", "country", "area"]
DemandKind = Literal["demand", "appeal", "proposal", "condition"]
Stance = Literal["asserted", "denied", "hypothetical"]
QuoteKind = Literal["direct", "indirect", "mixed"]


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


class Part(BaseModel):
    """Words of the article that play a part in a record: a cue, an event."""

    model_config = ConfigDict(frozen=True)

    text: str
    spans: list[Offsets]


class Reference(Part):
    """Who plays a part in a record: the actor's id and readable name, and the words that say it here.

    `id` is null where the mention could not be resolved to an actor.
    """

    id: str | None
    name: str


class BaseRecord(BaseModel):
    """What all records share. `text` is the article's text at `spans`, joined by a space where there are several."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True, validate_by_name=True)

    type: str
    schema_version: Literal["1"] = Field(default="1", alias="schema")
    id: str
    article: str
    text: str
    spans: list[Offsets]
    rule: str


class Actor(BaseRecord):
    """Who acts: one record per entity per article."""

    type: Literal["actor"] = "actor"
    name: str
    kind: ActorKind
    role: str | None = None
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2")
    unnamed: bool = False
    aliases: list[str] = []
    mentions: list[Offsets] = []


class Date(BaseRecord):
    """When: one record per temporal expression, with its TIMEX3 value."""

    type: Literal["date"] = "date"
    value: str | None = Field(description="TIMEX3 (ISO 8601); null where it can't be resolved")
    kind: DateKind
    start: date | None = None
    end: date | None = None


class Venue(BaseRecord):
    """Where: one record per place and event."""

    type: Literal["venue"] = "venue"
    name: str
    kind: VenueKind
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2")
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    within: str | None = Field(default=None, description="id of the larger venue")
    event: Part | None = None
    date: str | None = Field(default=None, description="id of the date record")


class Demand(BaseRecord):
    """Who wants what of whom: one record per distinct thing wanted."""

    type: Literal["demand"] = "demand"
    kind: DemandKind
    stance: Stance = "asserted"
    cue: Part
    actor: Reference | None = None
    addressee: Reference | None = None
    reported_by: Reference | None = None
    date: str | None = Field(default=None, description="id of the date record")
    venue: str | None = Field(default=None, description="id of the venue record")


class Quote(BaseRecord):
    """Who said what: one record per attributed statement."""

    type: Literal["quote"] = "quote"
    kind: QuoteKind
    nested: bool = False
    cue: Part | None = None
    speaker: Reference | None = None
    addressee: Reference | None = None
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
