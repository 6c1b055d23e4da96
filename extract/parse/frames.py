"""What the finders leave on a Doc and the linkers complete: one frame a fact, in spans of the Doc.

A frame names its parts by the roles that they play (Fillmore 1982). Finders fill in what the
sentence itself shows; linkers add what needs the whole article (`entity`, `date`, `venue`); `build`
turns frames into records. Frames live in `doc._.<name>`; the spans of their texts also in
`doc.spans[<name>]`, labelled with the rule that found them, for users of the bare components.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, SpanGroup

from extract.records import ActorKind, DateKind, DemandKind, QuoteKind, Stance, VenueKind


@dataclass(slots=True, eq=False)
class Timex:
    """A temporal expression with its TIMEX3 value; `first` and `last` are the calendar days that a date covers."""

    span: Span
    kind: DateKind
    value: str | None
    rule: str
    first: date | None = None
    last: date | None = None


@dataclass(slots=True, eq=False)
class Mention:
    """A span that names or describes somebody, a pronoun included; `head` is the token index of its head word."""

    span: Span
    head: int
    rule: str
    kind: ActorKind | None = None
    name: str | None = None
    role: str | None = None
    country: str | None = None
    unnamed: bool = False
    acts: bool = False
    gender: str | None = None  # "m", "f", "n"
    plural: bool | None = None
    entity: "Entity | None" = None


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody, with all the mentions of him, her, it or them in the order of the text.

    `speaks_for` is the body that somebody means by "we".
    """

    name: str
    kind: ActorKind
    rule: str
    mentions: list[Mention] = field(default_factory=list)
    role: str | None = None
    country: str | None = None
    unnamed: bool = False
    acts: bool = False
    speaks_for: "Entity | None" = None


@dataclass(slots=True, eq=False)
class Attribution:
    """A statement and its source. `source` and `addressee` are mentions in the text; linking adds the entities."""

    content: list[Span]
    kind: QuoteKind
    rule: str
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    nested: bool = False
    speaker_entity: Entity | None = None
    addressee_entity: Entity | None = None
    date: Timex | None = None
    venue: "Setting | None" = None


@dataclass(slots=True, eq=False)
class Directive:
    """What somebody wants somebody to do.

    `within` is the innermost attribution whose content holds it; `quote` is the same one where its speaker
    is who wants it ("“the raids must stop,” she said").
    """

    content: Span
    cue: Span
    kind: DemandKind
    rule: str
    stance: Stance = "asserted"
    actor: Span | None = None
    addressee: Span | None = None
    reporter: Span | None = None
    within: Attribution | None = None
    quote: Attribution | None = None
    actor_entity: Entity | None = None
    addressee_entity: Entity | None = None
    reporter_entity: Entity | None = None
    date: Timex | None = None
    venue: "Setting | None" = None


@dataclass(slots=True, eq=False)
class Setting:
    """A place where an event happens; `event` is the word that names the event.

    `international`: whether the place lies in no one country, as a sea does. `beside`: the country of the words on
    it, for want of a better. `division`: the gazetteer's code of its state or province, unique within the country.
    """

    span: Span
    event: Span | None
    rule: str
    name: str
    kind: VenueKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    within: "Setting | None" = None
    date: Timex | None = None
    international: bool = False
    beside: str | None = None
    division: str = ""


def register() -> None:
    """Declares the Doc attributes; safe to call twice.

    `published` is the publication day that anchors relative dates, or None; `body` the first token behind the dateline.
    """
    if Doc.has_extension("published"):
        return
    Doc.set_extension("published", default=None)
    Doc.set_extension("body", default=0)
    for name in ("dates", "quotes", "demands", "venues", "mentions", "actors"):
        Doc.set_extension(name, default=[])


def mark(doc: Doc, key: str, spans: Iterable[tuple[Span, str]]) -> None:
    """Files (span, rule id) pairs under `doc.spans[key]`, each span labelled with its rule."""
    labelled = [Span(doc, span.start, span.end, label=rule) for span, rule in spans]
    doc.spans[key] = SpanGroup(doc, name=key, spans=labelled)


register()
