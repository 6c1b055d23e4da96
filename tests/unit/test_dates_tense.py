"""The tense of the verb that governs a time expression decides whether a weekday is past or to come."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from extract.find.dates import make_dates
from extract.find.dates.tense import tense
from extract.find.dates.words import TimeWords, Vocabulary
from extract.parse.rulebook import rulebook

VOCAB = spacy.blank("en").vocab
WORDS = Vocabulary(rulebook("timewords", TimeWords))


def parsed(words: str, tags: str, heads: list[int], deps: str) -> Doc:
    """A parsed sentence; coarse parts of speech from the tags as far as the tense needs them."""
    fine = tags.split()
    coarse = [{"MD": "AUX", "JJ": "ADJ", "IN": "ADP"}.get(tag, "VERB" if tag[:2] == "VB" else "NOUN") for tag in fine]
    lemmas = [{"is": "be", "are": "be", "been": "be", "had": "have"}.get(word, word) for word in words.split()]
    return Doc(VOCAB, words=words.split(), lemmas=lemmas, tags=fine, pos=coarse, heads=heads, deps=deps.split())


MET = parsed("They met Friday", "PRP VBD NNP", [1, 1, 1], "nsubj ROOT npadvmod")
WILL_MEET = parsed("They will meet Friday", "PRP MD VB NNP", [2, 2, 2, 2], "nsubj aux ROOT npadvmod")
SET_TO_MEET = parsed(
    "They are set to meet Friday", "PRP VBP VBN TO VB NNP", [2, 2, 2, 4, 2, 4], "nsubj auxpass ROOT aux xcomp npadvmod"
)
REFUSED_TO_MEET = parsed(
    "They refused to meet Friday", "PRP VBD TO VB NNP", [1, 1, 3, 1, 3], "nsubj ROOT aux xcomp npadvmod"
)
WANTS_BY = parsed("They want it by Friday", "PRP VBP PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
LEFT_BY = parsed("They left by Friday", "PRP VBD IN NNP", [1, 1, 1, 2], "nsubj ROOT prep pobj")
VOTE_IS = parsed("The vote is Friday", "DT NN VBZ NNP", [1, 2, 2, 2], "det nsubj ROOT attr")
HAD_BEEN_DUE = parsed(
    "It had been due to expire Friday",
    "PRP VBD VBN JJ TO VB NNP",
    [2, 2, 2, 2, 5, 3, 5],
    "nsubj aux ROOT acomp aux xcomp npadvmod",
)
UNTIL_THEY_HAD_NOT = parsed(
    "They had not asked until Friday", "PRP VBD RB VBN IN NNP", [3, 3, 3, 3, 3, 4], "nsubj aux neg ROOT prep pobj"
)
PAYABLE = parsed(
    "They declared dividends payable Friday", "PRP VBD NNS JJ NNP", [1, 1, 1, 2, 3], "nsubj ROOT dobj amod npadvmod"
)
ARE_TO_MEET = parsed("They are to meet Friday", "PRP VBP TO VB NNP", [1, 1, 3, 1, 3], "nsubj ROOT aux xcomp npadvmod")
TO_BE_HELD = parsed(
    "A vote to be held Friday", "DT NN TO VB VBN NNP", [1, 1, 4, 4, 1, 4], "det ROOT aux auxpass relcl npadvmod"
)
MEET = parsed("They meet on Friday", "PRP VBP IN NNP", [1, 1, 1, 2], "nsubj ROOT prep pobj")
MARCH = parsed("They march on Friday", "PRP VBP IN NNP", [1, 1, 1, 2], "nsubj ROOT prep pobj")
SINCE = parsed("Rains since Friday", "NNS IN NNP", [0, 0, 1], "ROOT prep pobj")
WAS_PLANNED = parsed(
    "The swap that was planned for Friday collapsed",
    "DT NN WDT VBD VBN IN NNP VBD",
    [1, 7, 4, 4, 1, 4, 5, 7],
    "det nsubj nsubjpass auxpass relcl prep pobj ROOT",
)
KEPT_UNTIL = parsed("They kept quiet until Friday", "PRP VBD JJ IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT acomp prep pobj")
PUT_OFF_UNTIL = parsed(
    "They delayed it until Friday", "PRP VBD PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj"
)
NEEDS_BEFORE = parsed("They need it before Friday", "PRP VBP PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
LEFT_BEFORE = parsed("They left it before Friday", "PRP VBD PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
DEMANDED_BY = parsed("They demanded it by Friday", "PRP VBD PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
WENT_PAST = parsed("It went past Friday", "PRP VBD IN NNP", [1, 1, 1, 2], "nsubj ROOT prep pobj")
INVITED_TO = parsed(
    "They invited us to talks on Friday",
    "PRP VBD PRP IN NNS IN NNP",
    [1, 1, 1, 1, 3, 4, 5],
    "nsubj ROOT dobj prep pobj prep pobj",
)
INVITED_ON = parsed("They invited us on Friday", "PRP VBD PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
WILL_TOUR = parsed(
    "They will tour the city meeting leaders Friday",
    "PRP MD VB DT NN VBG NNS NNP",
    [2, 2, 2, 4, 2, 2, 5, 5],
    "nsubj aux ROOT det dobj advcl dobj npadvmod",
)
TOURED = parsed(
    "They toured the city meeting leaders Friday",
    "PRP VBD DT NN VBG NNS NNP",
    [1, 1, 3, 1, 1, 4, 4],
    "nsubj ROOT det dobj advcl dobj npadvmod",
)
ASKED = parsed("Asked Friday they refuse", "VBN NNP PRP VBP", [3, 0, 3, 3], "advcl npadvmod nsubj ROOT")
VOTE_MAY = parsed("Friday vote may fail", "NNP NN MD VB", [1, 3, 3, 3], "compound nsubj aux ROOT")
VOTE_WILL = parsed("Friday vote will fail", "NNP NN MD VB", [1, 3, 3, 3], "compound nsubj aux ROOT")
BACK_ON = parsed("They hope back on Friday", "PRP VBP RB IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT advmod prep pobj")
IS_SPEAKING = parsed("He is speaking Friday", "PRP VBZ VBG NNP", [2, 2, 2, 2], "nsubj aux ROOT npadvmod")
IS_HAILING = parsed("He is hailing it Friday", "PRP VBZ VBG PRP NNP", [2, 2, 2, 2, 2], "nsubj aux ROOT dobj npadvmod")
THERE_IS = parsed(
    "There is a vote on Friday", "EX VBZ DT NN IN NNP", [1, 1, 3, 1, 3, 4], "expl ROOT det attr prep pobj"
)
AHEAD_OF = parsed("They campaign ahead of Friday", "PRP VBP RB IN NNP", [1, 1, 1, 2, 3], "nsubj ROOT advmod prep pobj")
SEE_HIM_MEET = parsed(
    "They would see him meet Friday", "PRP MD VB PRP VB NNP", [2, 2, 2, 4, 2, 4], "nsubj aux ROOT nsubj ccomp npadvmod"
)
MEETING = parsed("A meeting Friday", "DT NN NNP", [1, 1, 1], "det ROOT npadvmod")


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(MET, "past", id="past"),
        pytest.param(WILL_MEET, "future", id="will"),
        pytest.param(SET_TO_MEET, "future", id="infinitive-after-a-plan"),
        pytest.param(REFUSED_TO_MEET, "past", id="infinitive-after-no-plan"),
        pytest.param(WANTS_BY, "future", id="deadline"),
        pytest.param(LEFT_BY, "past", id="deadline-in-the-past"),
        pytest.param(VOTE_IS, "future", id="schedule"),
        pytest.param(HAD_BEEN_DUE, "past", id="plan-that-had-been"),
        pytest.param(UNTIL_THEY_HAD_NOT, "past", id="until-of-what-had-been"),
        pytest.param(PAYABLE, "future", id="adjective-of-plans"),
        pytest.param(ARE_TO_MEET, "future", id="are-to"),
        pytest.param(TO_BE_HELD, "future", id="infinitive-in-the-passive"),
        pytest.param(MEET, "future", id="timetable"),
        pytest.param(MARCH, "near", id="present"),
        pytest.param(SINCE, "past", id="since-needs-no-verb"),
        pytest.param(KEPT_UNTIL, "past", id="until-of-what-lasted"),
        pytest.param(PUT_OFF_UNTIL, "future", id="until-of-what-was-put-off"),
        pytest.param(NEEDS_BEFORE, "future", id="before"),
        pytest.param(LEFT_BEFORE, "past", id="before-in-the-past"),
        pytest.param(DEMANDED_BY, "future", id="deadline-set-in-the-past"),
        pytest.param(WENT_PAST, "future", id="past-as-a-preposition"),
        pytest.param(INVITED_TO, "future", id="what-somebody-is-invited-to"),
        pytest.param(INVITED_ON, "past", id="when-somebody-is-invited"),
        pytest.param(WILL_TOUR, "future", id="participle-with-a-future"),
        pytest.param(TOURED, "past", id="participle-with-a-past"),
        pytest.param(BACK_ON, "past", id="back"),
        pytest.param(IS_SPEAKING, "future", id="is-speaking"),
        pytest.param(IS_HAILING, None, id="is-hailing-what-may-be-past"),
        pytest.param(THERE_IS, "future", id="there-is"),
        pytest.param(AHEAD_OF, "future", id="ahead-of"),
        pytest.param(SEE_HIM_MEET, "future", id="bare-infinitive"),
        pytest.param(MEETING, None, id="no-verb"),
        pytest.param(Doc(VOCAB, words=["Friday"]), None, id="no-parse"),
    ],
)
def test_tense(doc: Doc, expected: str | None) -> None:
    assert tense(doc[-1:], WORDS) == expected


@pytest.mark.parametrize(
    ("doc", "place", "expected"),
    [
        pytest.param(ASKED, 1, "past", id="participle-alone"),
        pytest.param(VOTE_MAY, 0, None, id="what-may-happen-to-the-vote"),
        pytest.param(VOTE_WILL, 0, "future", id="what-will-happen-to-the-vote"),
    ],
)
def test_tense_of_an_early_word(doc: Doc, place: int, expected: str | None) -> None:
    assert tense(doc[place : place + 1], WORDS) == expected


def test_a_plan_that_was_may_be_on_either_side() -> None:
    assert tense(WAS_PLANNED[6:7], WORDS) == "near"


def test_the_next_day_is_not_the_next_to_a_day_in_the_background() -> None:
    words = "They met Friday on the May 3 accord and left the next day"
    heads = [1, 1, 1, 1, 7, 7, 5, 3, 1, 1, 12, 12, 9]
    deps = "nsubj ROOT npadvmod prep det compound nummod pobj cc conj det amod npadvmod"
    doc = parsed(words, "PRP VBD NNP IN DT NNP CD NN CC VBD DT JJ NN", heads, deps)
    doc._.published = date(2025, 6, 2)
    assert make_dates(spacy.blank("en"), "dates", None)(doc)._.dates[-1].value == "2025-05-31"


@pytest.mark.parametrize(
    ("doc", "value"),
    [pytest.param(MET, "2025-05-30", id="past"), pytest.param(WILL_MEET, "2025-06-06", id="future")],
)
def test_weekday(doc: Doc, value: str) -> None:
    doc._.published = date(2025, 6, 2)
    [timex] = make_dates(spacy.blank("en"), "dates", None)(doc)._.dates
    assert timex.value == value
