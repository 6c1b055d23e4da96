"""The side list of a page: one entry a record, with the words that tell it and the records that it is tied to."""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.records import Actor, BaseRecord, Date, Demand, Quote, Reference, Venue
from extract.write.facts import Facts
from extract.write.legible import line, spoken
from extract.write.wording import Piece, affiliation, demand_sentence, quote_sentence

ALIASES = 6  # other names of an actor that are shown


@dataclass(frozen=True, slots=True)
class Entry:
    """A record told in `pieces`, a `note` of its lesser fields, its rule and the ids of the records it is tied to."""

    record: BaseRecord
    pieces: list[Piece]
    note: str
    related: str


def entries(facts: Facts) -> dict[str, list[Entry]]:
    """The entries of an article by type, those that say most first; types without a record are left out."""
    lists = {
        "demand": [_demand(record, facts) for record in facts.demands],
        "quote": [_quote(record, facts) for record in facts.quotes],
        "actor": [_actor(record) for record in facts.actors],
        "venue": [_venue(record, facts) for record in facts.venues],
        "date": [_date(record) for record in facts.dates],
    }
    return {kind: found for kind, found in lists.items() if found}


def _demand(record: Demand, facts: Facts) -> Entry:
    stance = None if record.stance == "asserted" else record.stance
    note = _note([record.kind, stance, f"“{line(record.cue.text)}”"])
    people = _people(record.actor, record.addressee, record.reported_by)
    return Entry(record, demand_sentence(record, facts), note, _ids([*people, record.date, record.venue]))


def _quote(record: Quote, facts: Facts) -> Entry:
    note = _note([record.kind, "nested" if record.nested else None])
    people = _people(record.speaker, record.addressee)
    return Entry(record, quote_sentence(record, facts), note, _ids([*people, record.date, record.venue]))


def _actor(record: Actor) -> Entry:
    pieces = [Piece(line(record.name), "content", record.id)]
    if detail := affiliation(record):
        pieces.append(Piece(f" ({detail})", "detail"))
    others = [line(alias) for alias in record.aliases if alias != record.name]
    also = f"also {', '.join(others[:ALIASES])}{' …' if len(others) > ALIASES else ''}" if others else None
    times = f"{len(record.mentions)} mention{'' if len(record.mentions) == 1 else 's'}"
    return Entry(record, pieces, _note([record.kind, "unnamed" if record.unnamed else None, times, also]), "")


def _venue(record: Venue, facts: Facts) -> Entry:
    when, larger = facts.date(record.date), facts.venue(record.within)
    pieces = [Piece(line(record.name), "content", record.id)]
    if record.event:
        pieces.append(Piece(f": {line(record.event.text)}"))
    if when:
        pieces += [Piece(" — "), Piece(spoken(when), "date", when.id)]
    place = None
    if record.latitude is not None and record.longitude is not None:
        place = f"{record.latitude:.2f}, {record.longitude:.2f}"
    note = _note([record.kind, f"in {line(larger.name)}" if larger else None, record.country, place])
    return Entry(record, pieces, note, _ids([record.date, record.within]))


def _date(record: Date) -> Entry:
    resolved = record.start is not None
    told = [Piece(": "), Piece(spoken(record), "date")] if resolved else []
    note = _note([record.kind, record.value or "no calendar value"])
    return Entry(record, [Piece(f"“{line(record.text)}”", "content", record.id), *told], note, "")


def _people(*references: Reference | None) -> list[str | None]:
    return [reference.id for reference in references if reference]


def _ids(identifiers: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(identifier for identifier in identifiers if identifier))


def _note(parts: Iterable[str | None]) -> str:
    return " · ".join(part for part in parts if part)
