"""The page: text cut at the right characters, everything escaped, nothing foreign, small and quick."""

import base64
import hashlib
import io
import re
import time
import zlib
from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import RECORD_TYPES, Actor, Article, BaseRecord, Date, Demand
from extract.write.diagram import Link, diagram
from extract.write.entries import entries
from extract.write.facts import Facts
from extract.write.highlight import marks, paragraphs
from extract.write.html import HtmlSink
from extract.write.legible import clean
from extract.write.timeline import timeline

HOSTILE = (
    '<script>alert(1)</script> </style></script> <img src=x onerror=alert(2)> " onfocus="alert(3) \' {{ 7*7 }} &lt; -->'
)
VOID = {"meta", "link", "input"}


class Page(HTMLParser):
    """What a browser finds: tags with their attributes, and the contents of style and script."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self.words = ""
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open in self.raw:
            self.raw[self._open].append(data)
        else:
            self.words += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._open = ""


def page(*facts: tuple[Article, Sequence[BaseRecord]]) -> str:
    out = io.StringIO()
    sink = HtmlSink(out)
    for article, records in facts:
        sink.write(article, records)
    sink.close()
    return out.getvalue()


def unpacked(text: str) -> list[str]:
    packed = re.findall(r'id="packed-\d+">([^<]*)<', text)
    return [zlib.decompress(base64.b64decode(body), wbits=-15).decode() for body in packed]


def test_each_record_is_lit_at_its_characters(article: Article, records: list[BaseRecord]) -> None:
    segments = [segment for paragraph in paragraphs(article.text, Facts(records)) for segment in paragraph]
    for record in records:
        lit = "".join(segment.text for segment in segments if record.id in segment.tokens.split())
        spans = record.mentions if isinstance(record, Actor) else record.spans
        assert lit == "".join(article.text[start:end] for start, end in spans)
        assert sum(record.id in segment.anchors for segment in segments) == 1


@pytest.mark.parametrize(
    ("words", "tokens", "kinds"),
    [
        pytest.param("she", {"actor-1", "quote-1:speaker", "demand-1:actor"}, {"actor", "part"}, id="pronoun"),
        pytest.param("Ecuador", {"actor-2", "quote-1", "demand-1:addressee"}, {"actor", "quote", "part"}, id="overlap"),
        pytest.param(
            "withdraw its troops from the border", {"quote-1", "demand-1"}, {"quote", "demand"}, id="demand-in-quote"
        ),
        pytest.param("told", {"quote-1:cue"}, {"part"}, id="cue"),
    ],
)
def test_overlaps(article: Article, records: list[BaseRecord], words: str, tokens: set[str], kinds: set[str]) -> None:
    segments = [segment for paragraph in paragraphs(article.text, Facts(records)) for segment in paragraph]
    [segment] = [segment for segment in segments if segment.text == words]
    assert set(segment.tokens.split()) == tokens
    assert set(segment.kinds.split()) == kinds


@settings(deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=12))
def test_segments_give_back_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    dates = [
        Date(id=f"date-{n}", article="a", text="x", spans=[span], rule="date.x", value=None, kind="date")
        for n, span in enumerate(spans)
    ]
    segments = [segment for paragraph in paragraphs(text, Facts(dates)) for segment in paragraph]
    assert "".join(segment.text for segment in segments) == clean(text.replace("\r\n", "\n"))
    shown = {mark.record for segment in segments for mark in segment.marks}
    assert shown == {mark.record for mark in marks(Facts(dates)) if 0 <= mark.start < mark.end <= len(text)}


def test_paragraphs_begin_at_lines() -> None:
    found = ["".join(segment.text for segment in paragraph) for paragraph in paragraphs("\n a\nb\n\n\nc", Facts([]))]
    assert found == ["\n", " a\n", "b\n\n\n", "c"]


def test_all_text_is_escaped(article: Article, records: list[BaseRecord]) -> None:
    hostile = article.model_copy(
        update={
            "text": HOSTILE + article.text,
            "title": HOSTILE,
            "id": HOSTILE,
            "source": HOSTILE,
            "url": "javascript:alert(4)//" + HOSTILE,
            "language": HOSTILE,
        }
    )
    fields = {"name": HOSTILE, "role": HOSTILE, "rule": HOSTILE, "text": HOSTILE, "aliases": [HOSTILE]}
    poisoned = [
        record.model_copy(update={name: value for name, value in fields.items() if hasattr(record, name)})
        for record in records
    ]
    clean_tags = [tag for tag, _ in Page(page((article, records))).tags]
    for text in (page((hostile, poisoned)), *unpacked(page((hostile, poisoned), (hostile, poisoned)))):
        found = Page(text)
        assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
        assert not [
            value for _, attributes in found.tags for value in attributes.values() if "javascript:" in value[:11]
        ]
        assert {tag for tag, _ in found.tags} <= {*clean_tags}
        assert not {"img", "iframe", "object", "form action"} & {tag for tag, _ in found.tags}
        assert "<script>alert(1)</script> </style></script>" in found.words
        assert "{{ 7*7 }}" in found.words


def test_the_policy_admits_our_style_and_script_alone(article: Article, records: list[BaseRecord]) -> None:
    found = Page(page((article, records)))
    [policy] = [
        tag["content"] for name, tag in found.tags if name == "meta" and "content" in tag and "-src" in tag["content"]
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for kind in ("style", "script"):
        [content] = found.raw[kind]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"
    assert not [tag for _, tag in found.tags if "style" in tag], "the policy forbids style attributes"


@pytest.mark.parametrize("types", [set(RECORD_TYPES), {"demand", "quote"}], ids=["all-types", "two-types"])
@pytest.mark.parametrize("copies", [0, 1, 2])
def test_every_address_is_within_the_page(
    article: Article, records: list[BaseRecord], copies: int, types: set[str]
) -> None:
    text = page(*[(article, [record for record in records if record.type in types])] * copies)
    found = [Page(part) for part in (text, *unpacked(text))]
    fragments = {tag["id"] for part in found for _, tag in part.tags if "id" in tag}
    for part in found:
        for name, tag in part.tags:
            address = tag.get("href") or tag.get("src") or "#"
            assert (name, address) == ("link", "data:,") or address == "#" or address[1:] in fragments, address
        identifiers = [tag["id"] for _, tag in part.tags if "id" in tag]
        assert len(identifiers) == len(set(identifiers))


def test_a_web_address_is_linked(article: Article) -> None:
    text = page((article.model_copy(update={"url": "https://news.example/1"}), []))
    assert '<a href="https://news.example/1" rel="noopener noreferrer">' in text
    assert text.count("https://news.example/1<") == 1


def test_without_facts(article: Article) -> None:
    assert "No facts found." in page((article.model_copy(update={"text": ""}), []))


def test_a_long_article_is_small_and_quick(article: Article, records: list[BaseRecord]) -> None:
    """Our target: a page for 1,000 words in under 0.1 s and 300 kB, at the density of facts of this article."""
    long, many = repeated(article, records, words=1000)
    assert len(page((long, many)).encode()) < 300_000
    assert min(seconds((long, many)) for _ in range(3)) < 0.1


def seconds(facts: tuple[Article, list[BaseRecord]]) -> float:
    """Of this process alone, whatever else the machine does."""
    started = time.process_time()
    page(facts)
    return time.process_time() - started


def repeated(article: Article, records: list[BaseRecord], words: int) -> tuple[Article, list[BaseRecord]]:
    times = words // len(article.text.split()) + 1
    many = [moved(record, copy * len(article.text), copy) for copy in range(times) for record in records]
    return article.model_copy(update={"text": article.text * times}), many


def moved(record: BaseRecord, shift: int, copy: int) -> BaseRecord:
    spans = [(start + shift, end + shift) for start, end in record.spans]
    changes: dict[str, object] = {"id": f"{record.id}{copy}", "spans": spans}
    if isinstance(record, Actor):
        changes["mentions"] = [(start + shift, end + shift) for start, end in record.mentions]
    return record.model_copy(update=changes)


def test_the_overview_holds_every_article(article: Article, records: list[BaseRecord]) -> None:
    text = page(*[(article.model_copy(update={"title": f"Article {n}"}), records) for n in range(30)])
    headings = [re.findall("<h1[^>]*>(.*)</h1>", part) for part in unpacked(text)]
    assert headings == [[f"Article {n}"] for n in range(30)]
    words = " ".join(Page(text).words.split())
    assert "30 articles" in words
    assert "2 Jun 2025 30 demands, 30 events" in words
    assert "30 demands, the first: withdraw its troops from" in words
    assert "Ana Flores 30 articles, 30 quotes, 30 demands in 1 2 3" in words


def test_the_overview_of_nothing() -> None:
    assert "0 articles" in page()


def test_timeline(article: Article, records: list[BaseRecord]) -> None:
    facts = Facts(records)
    [moment] = timeline(article, facts, entries(facts))
    assert moment.label == "2 Jun 2025"
    assert moment.published
    assert [entry.record.id for entry in moment.happenings] == ["demand-1", "venue-1"]


def test_timeline_ends_with_what_has_no_place_in_the_calendar(article: Article, records: list[BaseRecord]) -> None:
    changes = {"start": None, "end": None, "value": None}
    facts = Facts([record.model_copy(update=changes if isinstance(record, Date) else {}) for record in records])
    undated = article.model_copy(update={"published": None})
    [moment] = timeline(undated, facts, entries(facts))
    assert moment.label == "“Monday”"
    assert len(moment.happenings) == 2
    assert "<b>“Monday”</b>" in page((undated, facts.all))


@pytest.mark.parametrize(
    ("pairs", "boxes"),
    [
        pytest.param([("A", "B")], 3, id="one"),
        pytest.param([("A", "B"), ("A", "C"), ("D", "B")], 7, id="shared-ends"),
        pytest.param([(None, None)], 3, id="nobody-of-anybody"),
        pytest.param([("A", "A")], 3, id="of-oneself"),
        pytest.param([(f"who {n % 7}", f"whom {n % 3}") for n in range(30)], 40, id="many"),
    ],
)
def test_diagram_boxes_do_not_overlap(pairs: list[tuple[str | None, str | None]], boxes: int) -> None:
    drawn = diagram([Link(who, "stop the long and winding work " * 9, whom, "#d") for who, whom in pairs])
    assert drawn is not None
    assert len(drawn.boxes) == boxes
    assert len(drawn.curves) == 2 * len(pairs)
    for number, box in enumerate(drawn.boxes):
        assert box.y + box.height <= drawn.height
        assert len(box.lines) <= 2
        for other in drawn.boxes[number + 1 :]:
            assert box.x != other.x or box.y + box.height <= other.y or other.y + other.height <= box.y


def test_no_diagram_without_demands() -> None:
    assert diagram([]) is None


def test_demands_stand_in_the_diagram(article: Article, records: list[BaseRecord]) -> None:
    assert "<title>withdraw its troops from the border</title>" in page((article, records))
    assert "<svg" not in page((article, [record for record in records if not isinstance(record, Demand)]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.text())
def test_any_text_gives_a_page(article: Article, text: str) -> None:
    assert page((article.model_copy(update={"text": text, "title": text}), [])).endswith("</html>\n")


def luminance(colour: str) -> float:
    hexadecimal = "".join(digit * 2 for digit in colour[1:]) if len(colour) == 4 else colour[1:]
    channels = [int(hexadecimal[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_is_aa(article: Article, scheme: int) -> None:
    """WCAG 2.2, 1.4.3: text at least 4.5 : 1 on every ground that it may stand on."""
    [style] = Page(page((article, []))).raw["style"]
    palette = dict(re.findall(r"--([\w-]+): (#\w+)", style.split(":root {")[scheme + 1].partition("}")[0]))
    inks = ("ink", "faint", "actor", "venue", "date", "demand", "quote")
    grounds = {
        "page": inks,
        "panel": inks,
        "quote-tint": ("ink", *inks[2:5]),
        "quote-tint-2": ("ink",),
        "hot": ("ink",),
    }
    low = [
        (ink, ground) for ground, on in grounds.items() for ink in on if contrast(palette[ink], palette[ground]) < 4.5
    ]
    assert not low
