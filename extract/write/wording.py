"""Demands and quotes as sentences, in pieces that a table can colour and a page can link."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.records import Actor, Demand, DemandKind, Quote, Reference
from extract.write.facts import Facts
from extract.write.legible import line, spoken

Role = Literal["actor", "detail", "verb", "content", "date", "venue", "plain"]

NOBODY = "Somebody"
_OPENING = ("“", '"', "‘", "'", "«", "„", "`")
_PLURALS = ("s", "people", "police", "men", "children")  # how the name of a group ends that takes "they"
_VERBS: dict[DemandKind, tuple[str, str, str]] = {  # "she …", "they …", what joins the addressee to it
    "demand": ("demands", "demand", "of"),
    "appeal": ("appeals", "appeal", "to"),
    "proposal": ("proposes", "propose", "to"),
    "condition": ("sets a condition", "set a condition", "for"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the part they play; `record`: the id of the record that they stand for, if any."""

    text: str
    role: Role = "plain"
    record: str | None = None


def demand_sentence(demand: Demand, facts: Facts, most: int | None = None) -> list[Piece]:
    """Who demands what of whom, when and where; content of more than `most` characters is cut."""
    return [
        *_who(demand.actor, facts),
        Piece(" "),
        Piece(_verb(demand, facts), "verb"),
        *_addressee(demand.addressee, _VERBS[demand.kind][2], facts),
        Piece(": "),
        Piece(line(demand.text, most), "content", demand.id),
        *_tail(demand, facts, demand.reported_by),
    ]


def quote_sentence(quote: Quote, facts: Facts, most: int | None = None) -> list[Piece]:
    """Who said what to whom, in which words of attribution, when and where."""
    return [
        *_who(quote.speaker, facts),
        *_addressee(quote.addressee, "to", facts),
        Piece(": "),
        Piece(line(_said(quote), most), "content", quote.id),
        *_tail(quote, facts),
    ]


def _said(quote: Quote) -> str:
    """The words of a quote, with an ellipsis for what stands between them; a direct one in quotation marks."""
    parts, rest = [], quote.text
    for start, end in quote.spans:
        parts.append(rest[: end - start])
        rest = rest[end - start + 1 :]
    words = " … ".join(parts)
    return f"“{words}”" if quote.kind == "direct" and not words.startswith(_OPENING) else words


def plain(pieces: list[Piece]) -> str:
    """The sentence without its roles."""
    return "".join(piece.text for piece in pieces)


def _who(reference: Reference | None, facts: Facts) -> Iterator[Piece]:
    if reference is None:
        yield Piece(NOBODY, "detail")
        return
    yield _named(reference, facts)
    detail = affiliation(facts.actor(reference))
    if detail:
        yield Piece(f" ({detail})", "detail")


def affiliation(actor: Actor | None) -> str:
    """Country and role, as far as known; a government's own country goes without saying."""
    if actor is None:
        return ""
    country = None if actor.kind == "government" else actor.country
    return ", ".join(line(part) for part in (country, actor.role) if part)


def _verb(demand: Demand, facts: Facts) -> str:
    one, many, _ = _VERBS[demand.kind]
    match demand.stance:
        case "denied":
            return f"{'do' if _plural(demand.actor, facts) else 'does'} not {many}"
        case "hypothetical":
            return f"may {many}"
        case "asserted":
            return many if _plural(demand.actor, facts) else one


def _plural(reference: Reference | None, facts: Facts) -> bool:
    actor = facts.actor(reference)
    return actor is not None and actor.kind in {"group", "source"} and actor.name.lower().endswith(_PLURALS)


def _named(reference: Reference, facts: Facts) -> Piece:
    """The name, tied to the actor's record where there is one."""
    actor = facts.actor(reference)
    return Piece(line(reference.name), "actor", actor.id if actor else None)


def _addressee(reference: Reference | None, joined: str, facts: Facts) -> Iterator[Piece]:
    if reference is not None:
        yield Piece(f" {joined} ")
        yield _named(reference, facts)


def _tail(record: Demand | Quote, facts: Facts, reporter: Reference | None = None) -> Iterator[Piece]:
    """What follows the dash: the words of a quote's attribution, the date, the venue, who reports it."""
    parts: list[list[Piece]] = []
    if isinstance(record, Quote) and record.cue:
        parts.append([Piece(line(record.cue.text), "detail")])
    if when := facts.date(record.date):
        parts.append([Piece(spoken(when), "date", when.id)])
    if where := facts.venue(record.venue):
        parts.append([Piece(line(where.name), "venue", where.id)])
    if reporter is not None:
        parts.append([Piece("reported by "), _named(reporter, facts)])
    for number, part in enumerate(parts):
        yield Piece(", " if number else " — ")
        yield from part
