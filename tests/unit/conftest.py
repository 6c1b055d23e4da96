"""An article with hand-made facts of every type, overlaps and a pronoun included, for the writers."""

from datetime import date

import pytest

from extract.records import Actor, Article, BaseRecord, Date, Demand, Offsets, Part, Quote, Reference, Venue

TEXT = (
    "Border talks stall in Lima\n"
    "LIMA, June 2 – Peruvian Foreign Minister Ana Flores met her Ecuadorean counterpart in Lima on Monday.\n"
    "“Ecuador must withdraw its troops from the border,” she told Radio Sur. Quito has not answered.\n"
)


def at(words: str, after: str = "") -> Offsets:
    """Where the words stand in TEXT, after the first occurrence of `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


def part(words: str, after: str = "") -> Part:
    return Part(text=words, spans=[at(words, after)])


def reference(record: str | None, name: str, words: str, after: str = "") -> Reference:
    return Reference(id=record, name=name, text=words, spans=[at(words, after)])


def facts() -> list[BaseRecord]:
    flores = at("Peruvian Foreign Minister Ana Flores")
    ecuador = at("Ecuador", "“")
    quote = at("“Ecuador must withdraw its troops from the border,”")
    return [
        Actor(
            id="actor-1",
            article="talks.txt",
            text="Peruvian Foreign Minister Ana Flores",
            spans=[flores],
            rule="actor.person",
            name="Ana Flores",
            kind="person",
            role="foreign minister",
            country="PE",
            aliases=["Ana Flores"],
            mentions=[flores, at("her "), at("she")],
        ),
        Venue(
            id="venue-1",
            article="talks.txt",
            text="Lima",
            spans=[at("Lima", "counterpart")],
            rule="venue.locative",
            name="Lima",
            kind="city",
            country="PE",
            latitude=-12.04,
            longitude=-77.03,
            event=part("met"),
            date="date-1",
        ),
        Date(
            id="date-1",
            article="talks.txt",
            text="Monday",
            spans=[at("Monday")],
            rule="date.weekday",
            value="2025-06-02",
            kind="date",
            start=date(2025, 6, 2),
            end=date(2025, 6, 2),
        ),
        Quote(
            id="quote-1",
            article="talks.txt",
            text="“Ecuador must withdraw its troops from the border,”",
            spans=[quote],
            rule="quote.direct",
            kind="direct",
            cue=part("told"),
            speaker=reference("actor-1", "Ana Flores", "she"),
            addressee=reference(None, "Radio Sur", "Radio Sur"),
        ),
        Actor(
            id="actor-2",
            article="talks.txt",
            text="Ecuador",
            spans=[ecuador],
            rule="actor.government",
            name="Ecuador",
            kind="government",
            country="EC",
            aliases=["Ecuador", "Quito"],
            mentions=[ecuador, at("Quito")],
        ),
        Demand(
            id="demand-1",
            article="talks.txt",
            text="withdraw its troops from the border",
            spans=[at("withdraw its troops from the border")],
            rule="demand.modal",
            kind="demand",
            cue=part("must"),
            actor=reference("actor-1", "Ana Flores", "she"),
            addressee=reference("actor-2", "Ecuador", "Ecuador", "“"),
            date="date-1",
            venue="venue-1",
        ),
    ]


@pytest.fixture
def article() -> Article:
    return Article(id="talks.txt", text=TEXT, title="Border talks stall in Lima", published=date(2025, 6, 2))


@pytest.fixture
def records() -> list[BaseRecord]:
    return facts()
