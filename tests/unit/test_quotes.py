"""Who said what: the classes of errors that quote extractors make, and the frames of cues."""

import pytest
from spacy.language import Language

from extract.parse.frames import Attribution

Said = tuple[str | None, list[str]]


def attributions(nlp: Language, text: str) -> list[Attribution]:
    return list(nlp(text)._.quotes)


def said(made: Attribution) -> Said:
    return made.source.text if made.source is not None else None, [span.text for span in made.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The talks,” Ana Flores said, “have failed.”",
            [("Ana Flores", ["“The talks,”", "“have failed.”"])],
            id="split-quotation",
        ),
        pytest.param(
            "“The talks have failed.” — Ana Flores, foreign minister",
            [("Ana Flores", ["“The talks have failed.”"])],
            id="dash",
        ),
        pytest.param(
            "“I have no time for that,” said Teresa Lares, a clerk from Lima whose daughter's school is closed.",
            [("Teresa Lares", ["“I have no time for that,”"])],
            id="person-behind-the-cue",
        ),
        pytest.param(
            "LIMA, June 2 (Agency) – The talks have failed, according to Ana Flores.",
            [("Ana Flores", ["The talks have failed"])],
            id="dateline-is-no-part",
        ),
        pytest.param(
            "Ana Flores: “We will not wait”\nThe minister spoke on Monday.",
            [("Ana Flores", ["“We will not wait”"])],
            id="headline-in-marks",
        ),
        pytest.param(
            "The envoy said that Quito would “stop its raids” and release two sailors.",
            [("The envoy", ["that Quito would “stop its raids” and release two sailors"])],
            id="mixed-keeps-its-paraphrase",
        ),
        pytest.param(
            "Ana Flores said the talks had failed, while Chile closed its ports.",
            [("Ana Flores", ["the talks had failed"])],
            id="no-more-than-the-clause",
        ),
        pytest.param(
            "Ana Flores said that the talks had failed and that the ships would return.",
            [("Ana Flores", ["that the talks had failed and that the ships would return"])],
            id="no-less-than-the-coordination",
        ),
        pytest.param(
            "“President Jorge Rivas lied to us,” Ana Flores said.",
            [("Ana Flores", ["“President Jorge Rivas lied to us,”"])],
            id="speaker-not-from-inside",
        ),
        pytest.param(
            "“We are ready,” Flores said. “We will not wait.”",
            [("Flores", ["“We are ready,”", "“We will not wait.”"])],
            id="second-sentence",
        ),
        pytest.param(
            "“Rivas said ‘never again’ and left,” Flores recalled.",
            [("Flores", ["“Rivas said ‘never again’ and left,”"]), ("Rivas", ["‘never again’"])],
            id="inner-marks",
        ),
        pytest.param(
            "MODERATOR: Have the talks failed?\nFLORES: They have not.",
            [("MODERATOR", ["Have the talks failed"]), ("FLORES", ["They have not"])],
            id="transcript",
        ),
        pytest.param(
            "Flores left the room, saying the talks had failed.",
            [("Flores", ["the talks had failed"])],
            id="gerund",
        ),
        pytest.param(
            "Ana Flores said the ship fits their “new beginning”, which was announced in May.",
            [("Ana Flores", ["the ship fits their “new beginning”"])],
            id="thing-that-was-announced",
        ),
        pytest.param(
            "The board will close two docks by May, the ministry said, adding that it had no choice.",
            [("the ministry", ["The board will close two docks by May"]), ("the ministry", ["that it had no choice"])],
            id="sentence-before-adding-that",
        ),
        pytest.param(
            "Rivas pleaded guilty to fraud, the court was told.",
            [(None, ["Rivas pleaded guilty to fraud"])],
            id="court-is-told",
        ),
        pytest.param(
            "Asked whether the talks had failed, Flores shrugged.",
            [(None, ["whether the talks had failed"])],
            id="who-is-asked-is-told",
        ),
        pytest.param(
            "Rivas denied claims that the talks had failed.",
            [(None, ["that the talks had failed"])],
            id="who-denies-a-claim-does-not-make-it",
        ),
        pytest.param(
            "Flores said she believed that the talks had failed.",
            [("Flores", ["she believed that the talks had failed"])],
            id="own-belief-is-one-statement",
        ),
        pytest.param(
            "The board lost 3 million pesos in May, court records show.",
            [("court records", ["The board lost 3 million pesos in May"])],
            id="records-show",
        ),
        pytest.param(
            "A poll showed Flores with a lead of two points, down from five.",
            [("A poll", ["Flores with a lead of two points, down from five"])],
            id="what-a-poll-shows",
        ),
        pytest.param(
            "One of them, Jorge Rivas, lamented that the ships had left.",
            [("Jorge Rivas", ["that the ships had left"])],
            id="one-of-them-by-name",
        ),
        pytest.param(
            "Flores has made clear that she will not wait.",
            [("Flores", ["that she will not wait"])],
            id="made-clear",
        ),
    ],
)
def test_classes_of_errors(nlp: Language, text: str, expected: list[Said]) -> None:
    assert [said(made) for made in attributions(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Asked by Juan Ruiz whether the money was lost, Flores wept.",
            ("Juan Ruiz", ["whether the money was lost"]),
            id="participle-with-agent",
        ),
        pytest.param("“We leave,” said Ana Flores.", ("Ana Flores", ["“We leave,”"]), id="inversion"),
        pytest.param(
            "“It broke in May,” said Ana Flores. “They must explain it.” The union asked the firm to pay.",
            ("Ana Flores", ["“It broke in May,”", "“They must explain it.”"]),
            id="a-sentence-of-its-own-behind-a-full-stop",
        ),
        pytest.param("Ana Flores wrote on X: “We leave.”", ("Ana Flores", ["“We leave.”"]), id="colon"),
        pytest.param(
            "The talks, according to Ana Flores, have failed.",
            ("Ana Flores", ["The talks", "have failed"]),
            id="according-to-in-the-middle",
        ),
        pytest.param(
            "Flores, who said the talks had failed, left the room.",
            ("Flores", ["the talks had failed"]),
            id="relative-clause",
        ),
        pytest.param(
            "Jorge Rivas was accused by Ana Flores of breaking the treaty.",
            ("Ana Flores", ["Jorge Rivas", "of breaking the treaty"]),
            id="passive",
        ),
        pytest.param(
            "Ana Flores and Jorge Rivas said the talks had failed.",
            ("Ana Flores and Jorge Rivas", ["the talks had failed"]),
            id="joint-speakers",
        ),
        pytest.param(
            "Two people briefed on the talks said the ships would return.",
            ("Two people", ["the ships would return"]),
            id="unnamed",
        ),
        pytest.param(
            "Peru demanded on Monday that Chile withdraw its ships.",
            ("Peru", ["that Chile withdraw its ships"]),
            id="demand-with-a-clause",
        ),
        pytest.param(
            "Ana Flores urged Chile to “end this circus” and go home.",
            ("Ana Flores", ["Chile to “end this circus” and go home"]),
            id="request-that-quotes",
        ),
        pytest.param(
            "The mayor said, because he had been elected in 2021, that the port was his.",
            ("The mayor", ["that the port was his"]),
            id="aside-before-that",
        ),
        pytest.param(
            "These envoys, Flores explained in May, were tired of waiting.",
            ("Flores", ["These envoys", "were tired of waiting"]),
            id="parenthesis-behind-the-subject",
        ),
        pytest.param(
            "“We must act,” Rivas was quoted as saying.",
            ("Rivas", ["“We must act,”"]),
            id="quoted-as-saying",
        ),
        pytest.param(
            "State media quoted Flores as saying that the talks had failed.",
            ("Flores", ["that the talks had failed"]),
            id="quoted-by-a-medium",
        ),
        pytest.param(
            "Flores was reported to have said that the talks had failed.",
            ("Flores", ["that the talks had failed"]),
            id="reported-to-have-said",
        ),
        pytest.param(
            "Ana Flores added:\n\nThe talks have failed. We go home.\n\nNobody answered.",
            ("Ana Flores", ["The talks have failed. We go home"]),
            id="paragraph-below-a-colon",
        ),
        pytest.param(
            "Opponents killed the bill over fears it would end the truce.",
            ("Opponents", ["it would end the truce"]),
            id="noun-without-that",
        ),
        pytest.param(
            "The sailors boarded two ships that Flores said were stolen in May.",
            ("Flores", ["were stolen in May"]),
            id="inside-a-relative-clause",
        ),
        pytest.param(
            "Flores: Talks will resume in June\nAna Flores spoke on Monday.",
            ("Flores", ["Talks will resume in June"]),
            id="headline-with-a-bare-name",
        ),
        pytest.param(
            "Ana Flores’s answer was that the ships would return.",
            ("Ana Flores", ["that the ships would return"]),
            id="what-an-answer-was",
        ),
        pytest.param(
            "But the talks had failed, Ana Flores said.",
            ("Ana Flores", ["the talks had failed"]),
            id="without-the-joint-to-the-sentence-before",
        ),
        pytest.param(
            "Ana Flores is convinced that the talks will fail.",
            ("Ana Flores", ["that the talks will fail"]),
            id="stance",
        ),
        pytest.param(
            "“The talks have failed. We leave.\n\n“Nobody will wait,” Flores said.",
            ("Flores", ["“The talks have failed. We leave.", "“Nobody will wait,”"]),
            id="over-two-paragraphs",
        ),
    ],
)
def test_frames(nlp: Language, text: str, expected: Said) -> None:
    assert [said(made) for made in attributions(nlp, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The “memorandum” lay on the table.", id="scare-quotes"),
        pytest.param("She read “The Long Wait” on the train.", id="title"),
        pytest.param("The work went according to plan.", id="according-to-a-plan"),
        pytest.param("Peru urged Chile to withdraw.", id="a-request-is-a-demand-only"),
        pytest.param("Peru urged Chile to explain why it left.", id="what-one-is-only-asked-to-say"),
        pytest.param("Ana Flores praised him at the opening of a port.", id="bare-reference"),
        pytest.param("It was not clear on Tuesday whether they would.", id="clear-to-nobody"),
        pytest.param("Villagers opposing the new copper mine left.", id="participle-that-tells-who"),
        pytest.param("Speaking at a meeting of farmers in Lima, Flores fell.", id="where-one-speaks"),
        pytest.param("Rising prices left many wondering.", id="wondering-without-a-question"),
        pytest.param("Peru would agree to a truce only if the ships left.", id="condition"),
        pytest.param("Two men attacked the consulate in the north with a truck.", id="blows"),
        pytest.param("“We scored one more run.” Flores departed with two outs.", id="any-verb-behind-a-full-stop"),
    ],
)
def test_no_statement(nlp: Language, text: str) -> None:
    assert attributions(nlp, text) == []


def test_speech_in_speech_is_nested(nlp: Language) -> None:
    outer, inner = attributions(nlp, "Ana Flores said the envoy had told her that the talks had failed.")
    assert (outer.nested, inner.nested) == (False, True)
    assert said(inner) == ("the envoy", ["that the talks had failed"])


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param(
            "“Rivas told me: ‘Leave now,’ and I left,” Flores said.", ("Rivas", ["‘Leave now,’"]), id="single"
        ),
        pytest.param(
            "'Rivas said to us, \"Leave now,\" and I left,' Flores said.", ("Rivas", ['"Leave now,"']), id="double"
        ),
    ],
)
def test_speech_quoted_inside_speech_has_its_own_speaker(nlp: Language, text: str, inner: Said) -> None:
    outer, nested = attributions(nlp, text)
    assert not outer.nested
    assert nested.nested
    assert said(nested) == inner


def test_what_people_would_say_nobody_has_said(nlp: Language) -> None:
    assert len(attributions(nlp, "“People would say, ‘Look, this is a farce,’” Flores said.")) == 1


def test_a_new_quotation_carries_the_last_speaker_on(nlp: Language) -> None:
    first, second = attributions(nlp, "“The talks have failed,” Flores said.\n\n“Nobody will wait for us.”")
    assert first.cue is not None
    assert second.cue is None
    assert second.source == first.source


def test_the_addressee_is_who_is_told(nlp: Language) -> None:
    [made] = attributions(nlp, "Ana Flores told Radio Sur that the talks had failed.")
    assert made.addressee is not None
    assert made.addressee.text == "Radio Sur"


def test_quotations_are_filed_without_their_marks(nlp: Language) -> None:
    doc = nlp("The “memorandum” was signed. “We leave,” she said.")
    assert [span.text for span in doc.spans["quotations"]] == ["memorandum", "We leave,"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We leave,” Flores said.", "direct"),
        ("Flores said they would “never” leave.", "mixed"),
        ("Flores said they would leave.", "indirect"),
    ],
    ids=["direct", "mixed", "indirect"],
)
def test_kind(nlp: Language, text: str, kind: str) -> None:
    assert [made.kind for made in attributions(nlp, text)] == [kind]
