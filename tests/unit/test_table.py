"""The table for a terminal: sentences, folding, colours, and nothing of the article that could drive the terminal."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import Actor, Article, BaseRecord, Date, Demand, Quote
from extract.write.facts import Facts
from extract.write.legible import clean, heading, line, spoken
from extract.write.table import TableSink
from extract.write.wording import demand_sentence, plain, quote_sentence


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")


def printed(*facts: tuple[Article, list[BaseRecord]]) -> str:
    out = io.StringIO()
    sink = TableSink(out)
    for article, records in facts:
        sink.write(article, records)
    sink.close()
    return out.getvalue()


def only(records: list[BaseRecord], kind: type[BaseRecord]) -> BaseRecord:
    [record] = [record for record in records if isinstance(record, kind)]
    return record


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param(
            {},
            "Ana Flores (PE, foreign minister) demands of Ecuador: withdraw its troops from the border"
            " — 2 Jun 2025, Lima",
            id="whole",
        ),
        pytest.param(
            {"kind": "appeal", "date": None, "venue": None},
            "Ana Flores (PE, foreign minister) appeals to Ecuador: withdraw its troops from the border",
            id="appeal-without-setting",
        ),
        pytest.param(
            {"actor": None, "kind": "proposal", "date": None},
            "Somebody proposes to Ecuador: withdraw its troops from the border — Lima",
            id="nobody-named",
        ),
        pytest.param(
            {"addressee": None, "stance": "denied", "date": None, "venue": None},
            "Ana Flores (PE, foreign minister) does not demand: withdraw its troops from the border",
            id="denied-and-open",
        ),
        pytest.param(
            {"kind": "condition", "stance": "hypothetical", "venue": None},
            "Ana Flores (PE, foreign minister) may set a condition for Ecuador: withdraw its troops from the border"
            " — 2 Jun 2025",
            id="hypothetical-condition",
        ),
    ],
)
def test_demand_sentence(records: list[BaseRecord], changes: dict[str, object], sentence: str) -> None:
    demand = only(records, Demand).model_copy(update=changes)
    assert isinstance(demand, Demand)
    assert plain(demand_sentence(demand, Facts(records))) == sentence


def test_quote_sentence(records: list[BaseRecord]) -> None:
    quote = only(records, Quote)
    assert isinstance(quote, Quote)
    assert plain(quote_sentence(quote, Facts(records), most=30)) == (
        "Ana Flores (PE, foreign minister) to Radio Sur: “Ecuador must withdraw its … — told"
    )


@pytest.mark.parametrize(
    ("kind", "text", "spans", "said"),
    [
        pytest.param("direct", "We wait.", [(0, 8)], "“We wait.”", id="marks-left-out"),
        pytest.param("direct", "“We wait,”", [(0, 10)], "“We wait,”", id="marks-within"),
        pytest.param("direct", "We wait, they stall.", [(0, 8), (20, 31)], "“We wait, … they stall.”", id="two-parts"),
        pytest.param("indirect", "they wait", [(0, 9)], "they wait", id="paraphrase"),
    ],
)
def test_words_of_a_quote(
    records: list[BaseRecord], kind: str, text: str, spans: list[tuple[int, int]], said: str
) -> None:
    quote = only(records, Quote).model_copy(update={"kind": kind, "text": text, "spans": spans, "cue": None})
    assert isinstance(quote, Quote)
    assert plain(quote_sentence(quote, Facts([]))) == f"Ana Flores to Radio Sur: {said}"


def test_a_group_in_the_plural_demands(records: list[BaseRecord]) -> None:
    workers = records[0].model_copy(update={"name": "the workers", "kind": "group", "role": None, "country": None})
    demand = only(records, Demand)
    assert isinstance(demand, Demand)
    assert isinstance(workers, Actor)
    demand = demand.model_copy(
        update={"actor": demand.actor and demand.actor.model_copy(update={"name": "the workers"})}
    )
    assert plain(demand_sentence(demand, Facts([workers]))).startswith("the workers demand of Ecuador: ")


@pytest.mark.parametrize("width", [60, 80, 160])
def test_folds_at_the_width(
    monkeypatch: pytest.MonkeyPatch, article: Article, records: list[BaseRecord], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = printed((article, records))
    assert max(map(len, text.splitlines())) <= width
    assert "withdraw its troops from the border — 2 Jun 2025, Lima" in " ".join(text.split())
    assert " \n" not in text


def test_header_and_sections(article: Article, records: list[BaseRecord]) -> None:
    lines = printed((article, records)).splitlines()
    assert lines[:2] == ["Border talks stall in Lima", "2 Jun 2025 · talks.txt"]
    sections = [words[:2] for words in map(str.split, lines) if "────" in " ".join(words)]
    assert sections == [["Demands", "1"], ["Quotes", "1"], ["Actors", "2"], ["Venues", "1"], ["Dates", "1"]]


def test_header_tells_source_and_address(article: Article) -> None:
    told = article.model_copy(update={"source": "Radio Sur", "url": "https://news.example/1"})
    assert printed((told, [])).splitlines()[1] == "2 Jun 2025 · Radio Sur · talks.txt · https://news.example/1"


def test_colours_by_type_and_none_under_no_color(
    monkeypatch: pytest.MonkeyPatch, article: Article, records: list[BaseRecord]
) -> None:
    assert "\x1b" not in printed((article, records))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[35mwithdraw its troops" in printed((article, records))
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed((article, records))


def test_article_text_is_no_markup(article: Article, records: list[BaseRecord]) -> None:
    demand = only(records, Demand).model_copy(update={"text": "[bold red]x[/] :smile: [link=evil]y[/link]"})
    assert "[bold red]x[/] :smile: [link=evil]y[/link]" in printed((article, [demand]))


def test_no_facts(article: Article) -> None:
    assert printed((article, [])).splitlines()[-1] == "No facts found."


def test_no_article() -> None:
    assert printed() == ""


def test_many_articles_are_counted(article: Article, records: list[BaseRecord]) -> None:
    many = [(article.model_copy(update={"title": f"Article {n}"}), records) for n in range(1000)]
    text = printed(*many)
    assert len(text.splitlines()) < 100
    assert "Article 29" in text
    assert "… and 970 more articles" in text
    assert ["Ana", "Flores", "1,000", "1,000", "1,000"] in [line.split() for line in text.splitlines()]
    assert ["Total", "2,000", "1,000", "1,000", "1,000", "1,000"] in [line.split() for line in text.splitlines()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[31mb\x07", "a[31mb", id="escape-sequence"),
        pytest.param("a\x9b31mb\x85", "a31mb", id="c1"),
        pytest.param("pay \u202e01\u202c now", "pay 01 now", id="bidi-override"),
        pytest.param("a\u2066b\u2069\u200f\ufeffc", "abc", id="isolates-and-marks"),
        pytest.param("two\r\nlines\u2028three", "two lines three", id="line-breaks"),
        pytest.param("نص عربي 👩‍🚒", "نص عربي 👩‍🚒", id="other-scripts-stay"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_line(text: str, shown: str) -> None:
    assert line(text) == shown


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        pytest.param(11, "one two …", id="between-words"),
        pytest.param(13, "one two three", id="fits"),
        pytest.param(3, "on …", id="within-a-word"),
    ],
)
def test_line_is_cut(most: int, shown: str) -> None:
    assert line("one two three", most) == shown


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"start": "2025-06-02", "end": "2025-06-02"}, "2 Jun 2025", id="day"),
        pytest.param({"start": "2025-06-02", "end": "2025-06-08"}, "2–8 Jun 2025", id="week"),
        pytest.param({"start": "2025-06-01", "end": "2025-06-30"}, "Jun 2025", id="month"),
        pytest.param({"start": "2024-02-01", "end": "2024-02-29"}, "Feb 2024", id="leap-month"),
        pytest.param({"start": "2025-01-01", "end": "2025-12-31"}, "2025", id="year"),
        pytest.param({"start": "2025-05-30", "end": "2025-06-02"}, "30 May – 2 Jun 2025", id="over-a-month"),
        pytest.param({"start": "2024-12-30", "end": "2025-01-05"}, "30 Dec 2024 – 5 Jan 2025", id="over-a-year"),
        pytest.param({"start": "9999-12-01", "end": "9999-12-31"}, "Dec 9999", id="the-last-day-of-all"),
        pytest.param({"value": "P3Y", "kind": "duration"}, "P3Y", id="duration"),
        pytest.param({}, "last Monday", id="unresolved"),
    ],
)
def test_spoken(fields: dict[str, str], words: str) -> None:
    common = {"id": "date-1", "article": "a", "text": "last\nMonday", "spans": [(0, 11)], "rule": "date.x"}
    record = Date.model_validate({"kind": "date", "value": None, **common, **fields})
    assert spoken(record) == words


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        pytest.param("A title", "Text.", "A title", id="title"),
        pytest.param(None, "\n First line\nSecond", "First line", id="first-line"),
        pytest.param(None, " ", "a.txt", id="blank"),
    ],
)
def test_heading(title: str | None, text: str, shown: str) -> None:
    assert heading(Article(id="a.txt", title=title, text=text)) == shown


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text())
def test_no_control_character_reaches_the_terminal(article: Article, text: str) -> None:
    shown = printed((article.model_copy(update={"title": text}), []))
    assert clean(shown) == shown
    assert "\x85" not in line(text)
