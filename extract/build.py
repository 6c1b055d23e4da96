"""Doc → records: offsets, ids and rule ids, in the order of the text. The one place where records are made."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from spacy.tokens import Doc, Span

from extract.parse.frames import Attribution, Directive, Entity, Mention, Setting, Timex
from extract.records import Actor, BaseRecord, Date, Demand, Offsets, Part, Quote, Reference, Venue

F = TypeVar("F")


def build(doc: Doc, article: str) -> list[BaseRecord]:
    """All records of a Doc that went through the pipeline, by first offset, then type and length."""
    ids = Ids(doc)
    records: list[BaseRecord] = [
        *(_actor(entity, ids, article) for entity in doc._.actors if ids.known(entity)),
        *(_date(timex, ids, article) for timex in doc._.dates),
        *(_venue(setting, ids, article) for setting in doc._.venues),
        *(_demand(directive, ids, article) for directive in doc._.demands),
        *(_quote(attribution, ids, article) for attribution in doc._.quotes),
    ]
    return sorted(records, key=_place)


class Ids:
    """Numbers the frames of a Doc by type, in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self._ids: dict[int, str] = {}
        actors = [entity for entity in doc._.actors if entity.acts]
        self._number("actor", actors, lambda e: _fullest(e).span)
        self._number("date", doc._.dates, lambda t: t.span)
        self._number("venue", doc._.venues, lambda s: s.span)
        self._number("demand", doc._.demands, lambda d: d.content)
        self._number("quote", doc._.quotes, lambda a: a.content[0])

    def _number(self, kind: str, frames: Iterable[F], where: Callable[[F], Span]) -> None:
        ordered = sorted(frames, key=lambda f: (where(f).start_char, where(f).end_char))
        for number, frame in enumerate(ordered, start=1):
            self._ids[id(frame)] = f"{kind}-{number}"

    def known(self, frame: object) -> bool:
        """Whether the frame becomes a record."""
        return id(frame) in self._ids

    def of(self, frame: object) -> str:
        """The id of a frame that becomes a record."""
        return self._ids[id(frame)]

    def maybe(self, frame: object | None) -> str | None:
        """The id of a frame, or None where there is none or it becomes no record."""
        return self._ids.get(id(frame))


def _place(record: BaseRecord) -> tuple[int, int, str]:
    return record.spans[0][0], record.spans[-1][1], record.type


def _offsets(span: Span) -> Offsets:
    return span.start_char, span.end_char


def _part(span: Span | None) -> Part | None:
    return Part(text=span.text, spans=[_offsets(span)]) if span is not None else None


def _reference(span: Span | None, entity: Entity | None, ids: Ids) -> Reference | None:
    if span is None:
        if entity is None:
            return None
        span = entity.mentions[0].span
    name = entity.name if entity is not None else span.text
    return Reference(id=ids.maybe(entity), name=name, text=span.text, spans=[_offsets(span)])


def _actor(entity: Entity, ids: Ids, article: str) -> Actor:
    first = _fullest(entity).span
    return Actor(
        id=ids.of(entity),
        article=article,
        text=first.text,
        spans=[_offsets(first)],
        rule=entity.rule,
        name=entity.name,
        kind=entity.kind,
        role=entity.role,
        country=entity.country,
        unnamed=entity.unnamed,
        aliases=list(dict.fromkeys(m.name or m.span.text for m in entity.mentions if _names(m))),
        mentions=[_offsets(m.span) for m in entity.mentions],
    )


def _fullest(entity: Entity) -> Mention:
    """The mention that shows the actor: its first that is no pronoun."""
    return next((m for m in entity.mentions if _names(m)), entity.mentions[0])


def _names(mention: Mention) -> bool:
    return mention.span.root.pos_ != "PRON"


def _date(timex: Timex, ids: Ids, article: str) -> Date:
    return Date(
        id=ids.of(timex),
        article=article,
        text=timex.span.text,
        spans=[_offsets(timex.span)],
        rule=timex.rule,
        value=timex.value,
        kind=timex.kind,
        start=timex.first,
        end=timex.last,
    )


def _venue(setting: Setting, ids: Ids, article: str) -> Venue:
    return Venue(
        id=ids.of(setting),
        article=article,
        text=setting.span.text,
        spans=[_offsets(setting.span)],
        rule=setting.rule,
        name=setting.name,
        kind=setting.kind,
        country=setting.country,
        latitude=setting.latitude,
        longitude=setting.longitude,
        within=ids.maybe(setting.within),
        event=_part(setting.event),
        date=ids.maybe(setting.date),
    )


def _demand(directive: Directive, ids: Ids, article: str) -> Demand:
    return Demand(
        id=ids.of(directive),
        article=article,
        text=directive.content.text,
        spans=[_offsets(directive.content)],
        rule=directive.rule,
        kind=directive.kind,
        stance=directive.stance,
        cue=Part(text=directive.cue.text, spans=[_offsets(directive.cue)]),
        actor=_reference(directive.actor, directive.actor_entity, ids),
        addressee=_reference(directive.addressee, directive.addressee_entity, ids),
        reported_by=_reference(directive.reporter, directive.reporter_entity, ids),
        date=ids.maybe(directive.date),
        venue=ids.maybe(directive.venue),
    )


def _quote(attribution: Attribution, ids: Ids, article: str) -> Quote:
    return Quote(
        id=ids.of(attribution),
        article=article,
        text=" ".join(span.text for span in attribution.content),
        spans=[_offsets(span) for span in attribution.content],
        rule=attribution.rule,
        kind=attribution.kind,
        nested=attribution.nested,
        cue=_part(attribution.cue),
        speaker=_reference(attribution.source, attribution.speaker_entity, ids),
        addressee=_reference(attribution.addressee, attribution.addressee_entity, ids),
        date=ids.maybe(attribution.date),
        venue=ids.maybe(attribution.venue),
    )
