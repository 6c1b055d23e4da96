"""Quotation marks of every kind are paired; a mark without a partner loses nothing but itself."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.find.quotes.layout import Layout, sentence_start, trim
from extract.find.quotes.passage import Passage
from extract.find.quotes.quotation import quotations
from extract.find.quotes.single import single_quotations

NLP = spacy.blank("en")


def quoted(text: str) -> list[str]:
    doc = NLP.make_doc(text)
    return [doc[q.start : q.end].text for q in quotations(Layout(doc))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“We leave,” she said.", ["We leave,"], id="curly"),
        pytest.param('"We leave," she said.', ["We leave,"], id="straight"),
        pytest.param("«We leave», she said.", ["We leave"], id="guillemets"),
        pytest.param("''We leave,'' she said.", ["We leave,"], id="doubled-apostrophes"),
        pytest.param("``We leave,'' she said.", ["We leave,"], id="backticks"),
        pytest.param("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"], id="single-inside-double"),
        pytest.param('"A." "B."', ["A.", "B."], id="two-straight"),
        pytest.param("“We leave.\n\n“We return,” she said.", ["We leave.", "We return,"], id="taken-up-in-next-line"),
        pytest.param('"We leave.\nWe return," she said.', ["We leave.\nWe return,"], id="over-a-line-break"),
        pytest.param("We leave,” she said. “We return.”", ["We return."], id="closing-mark-alone"),
        pytest.param("”We leave,” she said.", ["We leave,"], id="closing-mark-typed-for-opening"),
        pytest.param("He is 6'2\" tall and “calm.”", ["calm."], id="inches"),
        pytest.param("“We leave\nThe ships left.", ["We leave"], id="never-closed"),
        pytest.param("“”", [], id="nothing-inside"),
        pytest.param("", [], id="empty"),
    ],
)
def test_pairs(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "resumed"),
    [
        pytest.param("“We leave.\n\n“We return.”", [False, True], id="taken-up"),
        pytest.param("“We leave.”\n\n“We return.”", [False, False], id="closed-before"),
    ],
)
def test_a_quotation_left_open_is_taken_up(text: str, resumed: list[bool]) -> None:
    assert [q.resumed for q in quotations(Layout(NLP.make_doc(text)))] == resumed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("'We leave,' she said.", ["We leave,"], id="straight"),
        pytest.param("‘We’ll leave,’ she said. ‘It’s over.’", ["We’ll leave,", "It’s over."], id="curly"),
        pytest.param("She called it 'unjust' in May.", ["unjust"], id="one-word"),
        pytest.param("The farmers' union met the miners' union.", [], id="possessives"),
        pytest.param(
            "‘We fear the farmers’ union,’ she said.", ["We fear the farmers’ union,"], id="possessive-inside"
        ),
        pytest.param("They called them 'heroes' that day.", ["heroes"], id="plural-before-the-mark"),
        pytest.param("In the '90s and the '80s it rained.", [], id="decades"),
        pytest.param("Rock 'n' roll and 'em all.", [], id="elisions"),
        pytest.param("It's Jo's, isn't it?", [], id="contractions"),
        pytest.param("'We leave\nThe ships left.'", [], id="not-over-a-line-break"),
        pytest.param("''We leave,'' she said.", [], id="doubled-apostrophes"),
        pytest.param("'", [], id="mark-alone"),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, words: list[str]) -> None:
    doc = NLP.make_doc(text)
    assert [doc[q.start : q.end].text for q in single_quotations(Layout(doc))] == words


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        pytest.param("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"], ["no"], id="single-in-double"),
        pytest.param("'He said \"no\" to us,' she said.", ['He said "no" to us,'], ["no"], id="double-in-single"),
        pytest.param("“One,” ‘two’ and “three”", ["One,", "two", "three"], [], id="side-by-side"),
    ],
)
def test_inner_quotations_are_told_from_outer_ones(text: str, outer: list[str], inner: list[str]) -> None:
    passage = Passage(NLP.make_doc(text))
    assert [passage.doc[q.start : q.end].text for q in passage.quoted] == outer
    assert [passage.doc[q.start : q.end].text for q in passage.inner] == inner


@given(st.text(alphabet="ab ,.“”«»\"'`\n‘’—", max_size=60))
def test_quotations_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    doc = NLP.make_doc(text)
    last = 0
    for q in Passage(doc).quoted:
        assert last <= q.left <= q.start < q.end <= q.right <= len(doc)
        last = q.end


@pytest.mark.parametrize(
    ("text", "word", "begins"),
    [
        pytest.param("The talks failed. We leave.", "leave", "We", id="behind-a-full-stop"),
        pytest.param("Talks fail\nWe leave", "leave", "We", id="behind-a-line-break"),
        pytest.param("“We wait.” We leave", "leave", "We", id="behind-a-closing-mark"),
        pytest.param("The dam cost R500m. We leave.", "leave", "We", id="behind-a-sum-with-its-point"),
        pytest.param("We leave", "We", "We", id="at-the-beginning"),
    ],
)
def test_where_a_printed_sentence_begins(text: str, word: str, begins: str) -> None:
    doc = NLP.make_doc(text)
    token = max(t.i for t in doc if t.text == word)
    assert doc[sentence_start(doc, token)].text == begins


@pytest.mark.parametrize(
    ("text", "left"),
    [("“We leave,”", "We leave"), ("– yes (no) –", "yes (no)"), ("…", None)],
    ids=["marks", "brackets-stay", "points-alone"],
)
def test_trim(text: str, left: str | None) -> None:
    doc = NLP.make_doc(text)
    span = trim(doc, 0, len(doc))
    assert (span.text if span is not None else None) == left


@pytest.mark.parametrize(
    ("text", "start", "end", "whole"),
    [
        pytest.param("“We leave,” she said", 1, 3, "“We leave,”", id="all-of-a-quotation"),
        pytest.param("that “we leave.” She", 0, 4, "that “we leave.”", id="its-end"),
        pytest.param("“We will leave,” she", 2, 4, "will leave", id="a-part-takes-no-mark"),
    ],
)
def test_spans_keep_their_marks(text: str, start: int, end: int, whole: str) -> None:
    doc = NLP.make_doc(text)
    assert Passage(doc).with_marks(doc[start:end]).text == whole
