"""On which side of publication a weekday or month lies that its sentence looks ahead or back to."""

from datetime import date

import pytest
from spacy.language import Language

from extract.parse.frames import Timex

WEDNESDAY = date(2019, 3, 6)
LAST_FRIDAY, NEXT_FRIDAY = "2019-03-01", "2019-03-08"


def value(nlp: Language, text: str, words: str, published: date = WEDNESDAY) -> str | None:
    """The value of the first time expression that holds the words."""
    doc = nlp.make_doc(text)
    doc._.published = published
    dates: list[Timex] = nlp(doc)._.dates
    return next(timex.value for timex in dates if words in timex.span.text)


@pytest.mark.parametrize(
    "text",
    [
        "The winner will be known after Friday's count.",
        "She will defend her title in Friday's final.",
        "Lowe will miss Friday's game with a knee injury.",
        "Lowe is doubtful for Friday's game.",
        "Lowe faces a late test before Friday's game.",
        "The team travels to Lyon on Friday.",
        "They host Metz on Friday before a trip to Nice.",
        "The coach named a squad of 20 for Friday's match at Metz.",
        "He was left out of the squad for Friday's match.",
        "The union called a strike for Friday.",
        "The court scheduled a hearing for Friday.",
        "The hearing was scheduled for Friday.",
        "The match was moved to Friday.",
        "The vote was postponed to Friday.",
        "The vote was put off until Friday.",
        "A judge adjourned the case until Friday.",
        "Tickets go on sale on Friday.",
        "The new rules come into force on Friday.",
        "The law takes effect Friday.",
        "Voters go to the polls on Friday.",
        "The film opens in cinemas on Friday.",
        "Parliament votes on the deal on Friday.",
        "He testifies before the committee on Friday.",
        "A planned march on Friday has drawn criticism.",
        "The upcoming vote on Friday worries investors.",
        "Leaders agreed to meet on Friday.",
        "She promised to resign on Friday.",
        "Police urged people to stay home on Friday.",
        "He was ordered to appear in court on Friday.",
        "The court ordered him to return on Friday.",
        "The airline cancelled all flights for Friday.",
        "They gave the government until Friday to answer.",
        "Heading into Friday's primary, Lowe leads in the polls.",
        "He found himself in a tight race ahead of the vote on Friday.",
        "Oil rose ahead of Friday's meeting of producers.",
        "Snow is forecast for Friday.",
        "The storm could hit the coast on Friday.",
        "It is the last chance to win before Friday.",
        "The ferry is back in service from Friday.",
        "From Friday, drivers must pay a toll.",
        "The offer, which expires on Friday, was rejected.",
        "The ship arrived on Monday and leaves on Friday.",
        "The ship, due in port on Friday, was late.",
        "Set for release on Friday, the film cost $9 million.",
        "The summit opens in Oslo on Thursday and ends on Friday.",
    ],
)
def test_a_weekday_still_to_come(nlp: Language, text: str) -> None:
    assert value(nlp, text, "Friday") == NEXT_FRIDAY


@pytest.mark.parametrize(
    "text",
    [
        "The company plans to appeal Friday's ruling.",
        "Ministers will meet to discuss Friday's attack.",
        "The agency will investigate Friday's crash.",
        "In the wake of Friday's attack the school will stay closed.",
        "Following Friday's vote, the party will choose a leader.",
        "A man hurt in Friday's fire will be moved to the city.",
        "The ruling comes after a hearing on Friday.",
        "The move follows Friday's declaration.",
        "The bank declined to comment on Friday.",
        "He refused to testify on Friday.",
        "The court set bail on Friday.",
        "The president said on Friday that he would sign the bill.",
        "The army said Friday it would pull out.",
        "The shares closed at $9 on Friday.",
        "Lowe won the race on Friday and will race again next month.",
        "The report, released on Friday, will shape the debate.",
        "The decision announced Friday will cost jobs.",
        "Lowe, who was arrested on Friday, will appear in court tomorrow.",
        "Until Friday, nobody had known.",
        "The plant has been closed since Friday and will reopen in May.",
    ],
)
def test_a_weekday_that_is_over(nlp: Language, text: str) -> None:
    assert value(nlp, text, "Friday") == LAST_FRIDAY


@pytest.mark.parametrize(
    ("published", "month", "expected", "text"),
    [
        ("2019-10-06", "December", "2019-12", "Elections had been set for December but the court stopped them."),
        ("2019-10-06", "December", "2019-12", "The summit, which was set for Cairo in December, was called off."),
        ("2019-03-06", "December", "2019-12", "Elections are set for some day in December."),
        ("2019-03-06", "December", "2019-12", "Lowe has set a date for a wedding in December."),
        ("2019-05-06", "December", "2019-12", "The parties set elections for December."),
        ("2019-05-06", "December", "2019-12", "A second round was set for the capital in December."),
        ("2019-05-06", "December", "2019-12", "The court on Monday set a hearing for early December."),
        ("2019-03-06", "December", "2018-12", "The band set a record in December."),
        ("2019-03-06", "December", "2018-12", "Prices set in December no longer hold."),
        ("2019-03-06", "November", "2019-11", "They hope to win in November."),
        ("2019-03-06", "November", "2019-11", "Whoever wins in November inherits a crisis."),
        ("2019-03-06", "November", "2019-11", "The party needs these voters in November."),
        ("2019-03-06", "November", "2019-11", "It is important to defeat him in November."),
        ("2019-03-06", "Nov", "2019-11-01", "The rule goes into effect on Nov. 1."),
        ("2019-03-06", "November", "2018-11", "The vote in November was close."),
        ("2019-03-06", "November", "2018-11", "Support has fallen since November."),
    ],
)
def test_a_month(nlp: Language, published: str, month: str, expected: str, text: str) -> None:
    assert value(nlp, text, month, date.fromisoformat(published)) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "The final is on Monday. Lowe scored in the 34th minute.", "34th minute", "2019-03-06", id="match"
        ),
        pytest.param("It opens every day from 8 a.m. to noon.", "noon", "XXXX-XX-XXT12:00", id="opening-hours"),
        pytest.param(
            "On 2 August the army crossed. By the end of the week it had won.", "week", "2018-W31", id="story"
        ),
        pytest.param(
            "They met on 5 May 2016. The day before, she left; the next day he did.", "next", "2016-05-06", id="back"
        ),
        pytest.param("It sank in 2014 and rose the following spring.", "spring", "2015-SP", id="following-season"),
        pytest.param("It sails every other Tuesday.", "Tuesday", "XXXX-WXX-2", id="every-other"),
        pytest.param("A year ago this week it sank.", "year", "2018-W10", id="a-year-ago-this-week"),
        pytest.param("Exams that were to begin on Friday were put off.", "Friday", "2019-03-08", id="were-to"),
        pytest.param("Sales fell more than forecast in July and will fall again.", "July", "2018-07", id="forecast"),
    ],
)
def test_told(nlp: Language, text: str, words: str, expected: str) -> None:
    assert value(nlp, text, words) == expected
