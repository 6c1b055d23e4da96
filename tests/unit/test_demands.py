"""Who wants what of whom, sentence by sentence: contents, parties, kind and stance as records.md defines them."""

import pytest
from spacy.language import Language

from extract.build import build
from extract.find.demands.rules import DemandWordsRule, Words
from extract.parse.rulebook import rulebook
from extract.records import Demand


def demands(nlp: Language, text: str) -> list[Demand]:
    return [record for record in build(nlp(text), "test") if isinstance(record, Demand)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(
            "The envoys urged Norland to withdraw, accept a cap and pledge neutrality.",
            ["withdraw", "accept a cap", "pledge neutrality"],
            id="coordinated-verbs-are-one-each",
        ),
        pytest.param(
            "The council asked the ministry to respect and execute the ruling.",
            ["respect and execute the ruling"],
            id="verbs-that-share-an-object-are-one",
        ),
        pytest.param(
            "The union called for the release of the strikers and the payment of wages.",
            ["the release of the strikers", "the payment of wages"],
            id="coordinated-nouns-with-words-of-their-own",
        ),
        pytest.param(
            "Students called for greater fairness and transparency.",
            ["greater fairness and transparency"],
            id="nouns-that-share-an-adjective-are-one",
        ),
        pytest.param(
            "The mayor urged drivers to stay at home to keep the roads free.",
            ["stay at home"],
            id="without-its-purpose",
        ),
        pytest.param(
            "The mayor urged drivers not to use the bridge.", ["not to use the bridge"], id="with-its-negation"
        ),
        pytest.param(
            "“The bank should not be lending to coal mines,” Ana Brandt said.",
            ["not be lending to coal mines"],
            id="negation-after-the-modal",
        ),
        pytest.param(
            "“Emergency action must be taken,” Ana Brandt said.",
            ["Emergency action must be taken"],
            id="whole-clause-where-the-subject-is-acted-on",
        ),
        pytest.param(
            "The court ordered the firm to repay the loan, which it denies.",
            ["repay the loan"],
            id="without-an-aside",
        ),
        pytest.param(
            "“No child should go hungry,” Ana Brandt said.", ["No child should go hungry"], id="nobody-is-not-asked"
        ),
        pytest.param(
            "The court ordered executives from the operator of the mine involved in the disaster to pay fines.",
            ["pay fines"],
            id="infinitive-after-a-long-object",
        ),
        pytest.param(
            "The chair called for the talks to be broadcast live and asked Norland to publish the names.",
            ["the talks to be broadcast live", "publish the names"],
            id="two-askings-in-a-row",
        ),
        pytest.param("“Free them now,” she said. “Wait.”", ["Free them now"], id="imperative-in-a-quotation"),
        pytest.param("The miners got the pay rise they demanded.", ["the pay rise"], id="gap-in-a-relative-clause"),
        pytest.param(
            "Norland proposed that talks be held and that both envoys attend them.",
            ["talks be held", "attend them"],
            id="clauses-with-that-are-one-each",
        ),
        pytest.param(
            "Norland has formally called for Estmark, its old ally, to be expelled from the talks.",
            ["Estmark, its old ally, to be expelled from the talks"],
            id="with-an-apposition",
        ),
        pytest.param("Norland invited Estmark to rejoin two weeks ago.", ["rejoin"], id="without-when-it-was-asked"),
        pytest.param(
            "The mayor wants the shops to be closed in June and has asked to meet the owners.",
            ["the shops to be closed in June"],
            id="without-a-further-act",
        ),
        pytest.param("The union's demands include a bus and a new canteen.", ["a bus", "a new canteen"], id="demands"),
        pytest.param(
            "The mayor ordered guards to deal with anyone who breaks the peace and told residents to stay indoors.",
            ["deal with anyone who breaks the peace", "stay indoors"],
            id="a-second-act-of-the-asker",
        ),
        pytest.param("The mayor called for a vote Sunday.", ["a vote"], id="without-the-day-of-the-call"),
        pytest.param("The mayor requested drivers to go home.", ["go home"], id="no-one-is-wanted-but-their-act"),
        pytest.param(
            "The mayor told drivers to sweep the road since May or risk a fine.", ["sweep the road"], id="or-else"
        ),
        pytest.param("The court told the firm to pay, ending a long row.", ["pay"], id="without-what-came-of-it"),
        pytest.param(
            "The board urged the firm to ask the banks for patience.",
            ["ask the banks for patience"],
            id="to-urge-to-ask-is-not-to-ask",
        ),
        pytest.param(
            "She called for a change to the “opening hours” in a letter on Monday.",
            ["a change to the “opening hours”"],
            id="without-the-letter-it-stands-in",
        ),
        pytest.param("The firm called for the strikers’ dismissal.", ["the strikers’ dismissal"], id="apostrophe"),
    ],
)
def test_contents(nlp: Language, text: str, contents: list[str]) -> None:
    assert [demand.text for demand in demands(nlp, text)] == contents


@pytest.mark.parametrize(
    ("text", "actor", "addressee"),
    [
        pytest.param(
            "Ana Brandt said her client had been “foolish, not crooked” and urged the jury to wait.",
            "Ana Brandt",
            "the jury",
            id="who-reports-before",
        ),
        pytest.param(
            "“It is little,” said Ana Brandt, a nurse at the Lima clinic, who wants the minister to resign.",
            "Ana Brandt",
            "the minister",
            id="who-is-somebody",
        ),
        pytest.param(
            "Ana Brandt said the road was unsafe and called on the council to close it.",
            "Ana Brandt",
            "the council",
            id="beside-what-is-said",
        ),
        pytest.param("Norland urged Estmark to sign.", "Norland", "Estmark", id="subject-and-object"),
        pytest.param("Estmark was urged by Norland to sign.", "Norland", "Estmark", id="passive-with-agent"),
        pytest.param("Residents were told to leave.", None, "Residents", id="passive-without-agent"),
        pytest.param(
            "Norland's demand that Estmark sign the pact was met.", "Norland", "Estmark", id="possessor-of-the-noun"
        ),
        pytest.param("Doctors renewed their call for a vote.", "Doctors", None, id="possessive-pronoun-of-the-subject"),
        pytest.param("Norland plans to ask Estmark to sign.", "Norland", "Estmark", id="control"),
        pytest.param(
            "The envoy wrote to the mayor, demanding an apology.", "The envoy", "the mayor", id="who-is-written-to"
        ),
        pytest.param("The guards have orders to close the gate.", None, "The guards", id="who-has-orders"),
        pytest.param(
            "The verdict that was given by the court ordered that he pay.", "the court", "he", id="whose-verdict-it-is"
        ),
        pytest.param("The union urged the firm to get a permit.", "The union", "the firm", id="asked-to-get"),
        pytest.param("The union demanded that workers get a raise.", "The union", None, id="who-is-to-get"),
        pytest.param("The union demanded an apology from the minister.", "The union", "the minister", id="from"),
        pytest.param("The union asked the minister for an apology.", "The union", "the minister", id="ask-for"),
        pytest.param("Norland called on Estmark to sign.", "Norland", "Estmark", id="call-on"),
        pytest.param(
            "The families sent a letter asking the minister to resign.", "The families", "the minister", id="sender"
        ),
        pytest.param("“We must act,” Ana Brandt said.", "Ana Brandt", None, id="a-duty-shared-is-asked-of-no-one"),
        pytest.param("“Norland must sign,” Ana Brandt said.", "Ana Brandt", "Norland", id="speaker-of-the-quotation"),
        pytest.param(
            "“Norland's message is that the port must open,” Ana Brandt said.", "Norland", None, id="voice-of-others"
        ),
        pytest.param("“I heard ‘Lock the gate’ last night,” Ana Brandt said.", None, None, id="voice-of-nobody-told"),
        pytest.param("“Villagers need us to act,” Ana Brandt said.", "Villagers", "Ana Brandt", id="need-us-to"),
        pytest.param(
            "Ana Brandt had posted messages, including one saying that the mine should be closed.",
            "Ana Brandt",
            None,
            id="writer-of-one",
        ),
        pytest.param("Ana Brandt got messages, one saying that the mine should be closed.", "one", None, id="reader"),
        pytest.param("Norland came under pressure to sign.", None, "Norland", id="under-pressure"),
        pytest.param("Norland rejected a demand by Estmark to sign.", "Estmark", "Norland", id="who-refuses-is-asked"),
        pytest.param("Weavers camped outside the court demanding a vote.", "Weavers", None, id="no-place-asks"),
        pytest.param("Ana Brandt is a poet who has demanded a vote.", "Ana Brandt", None, id="who-somebody-is"),
        pytest.param("It led to strikes and calls for a vote.", None, None, id="plural-noun-taken-for-a-verb"),
        pytest.param("“You say that Norland should sign,” Ana Brandt said.", "You", "Norland", id="what-you-say"),
        pytest.param(
            "A spokesperson for Norland said ministers had met. “The port must open,” they added.",
            "spokesperson",
            None,
            id="they-added",
        ),
        pytest.param("The letter also calls on bakers to close.", "The letter", "bakers", id="on-for-a-conjunction"),
        pytest.param("Norland urged upon Estmark to sign.", "Norland", "Estmark", id="urge-upon"),
        pytest.param("“Norland ought to sign,” Ana Brandt said.", "Ana Brandt", "Norland", id="ought"),
        pytest.param("A court restrained Norland from closing the port.", "A court", "Norland", id="restrain-from"),
        pytest.param("Police urged anyone with photographs to call.", "Police", "anyone", id="anyone"),
        pytest.param("Norland was given until 5 May to sign.", None, "Norland", id="given-until"),
        pytest.param("Minister told to quit", None, "Minister", id="headline-without-auxiliary"),
        pytest.param("Ana Brandt told Norland that it must sign.", "Ana Brandt", "Norland", id="told-that-it-must"),
        pytest.param("What the guards want is for Norland to sign.", "the guards", "Norland", id="cleft"),
        pytest.param("The union gave Norland an ultimatum to sign.", "The union", "Norland", id="who-is-given-it"),
        pytest.param(
            "She had written to all firms demanding that they pay.", "She", "they", id="who-is-written-to-not"
        ),
        pytest.param("Norland's aim was to press Estmark to sign.", "Norland", "Estmark", id="whose-aim"),
        pytest.param("Weavers petitioned the court seeking a ban.", "Weavers", None, id="who-is-turned-to"),
        pytest.param("Ana Brandt said it was late and told guards to leave.", "Ana Brandt", "guards", id="teller"),
        pytest.param("A request by Norland to suspend the talks failed.", "Norland", None, id="by-and-infinitive"),
        pytest.param("Ana Brandt said Norland needed to sign.", "Ana Brandt", "Norland", id="need-in-a-report"),
        pytest.param("The mayor's campaign urged Norland to sign.", "The mayor's campaign", "Norland", id="campaign"),
    ],
)
def test_parties(nlp: Language, text: str, actor: str | None, addressee: str | None) -> None:
    [demand] = demands(nlp, text)
    assert demand.actor is None if actor is None else demand.actor and actor in {demand.actor.text, demand.actor.name}
    asked = demand.addressee
    assert asked is None if addressee is None else asked and addressee in {asked.text, asked.name}


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        pytest.param("Norland urged Estmark to sign. Further, Norland called for calm.", "Estmark", id="further"),
        pytest.param("Norland urged Estmark to sign. Norland called for calm.", None, id="at-large"),
        pytest.param("Norland urged Estmark to sign. Suland also called for calm.", None, id="somebody-else"),
    ],
)
def test_demand_added_to_another(nlp: Language, text: str, addressee: str | None) -> None:
    asked = demands(nlp, text)[-1].addressee
    assert (asked and asked.text) == addressee


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A court ordered Norland to pay damages. Norland was ordered to pay the damages.", id="after"),
        pytest.param("Norland ordered to pay damages.\n\nA court ordered Norland to pay damages.", id="headline"),
    ],
)
def test_who_asks_is_told_once(nlp: Language, text: str) -> None:
    assert {demand.actor.text for demand in demands(nlp, text) if demand.actor is not None} == {"A court"}
    assert all(demand.actor is not None for demand in demands(nlp, text))


def test_reporter_is_who_says_that_it_was_asked(nlp: Language) -> None:
    [demand] = demands(nlp, "Ana Brandt said Norland had also demanded the return of the ships.")
    assert demand.actor is not None
    assert demand.actor.text == "Norland"
    assert demand.reported_by is not None
    assert demand.reported_by.text == "Ana Brandt"


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        pytest.param("The union demanded a vote.", "demand", "asserted", id="demand"),
        pytest.param("The union called for a vote.", "appeal", "asserted", id="appeal"),
        pytest.param("The union proposed a vote.", "proposal", "asserted", id="proposal"),
        pytest.param("The union will not sign unless the ministry pays.", "condition", "asserted", id="condition"),
        pytest.param("The union did not ask for a vote.", "appeal", "denied", id="negated"),
        pytest.param("The union refused to ask for a vote.", "appeal", "denied", id="refused-to-ask"),
        pytest.param("The union could demand a vote.", "demand", "hypothetical", id="could"),
        pytest.param("If the union demanded a vote, it would win.", "demand", "hypothetical", id="if"),
        pytest.param("The union would like the ministry to pay.", "appeal", "asserted", id="politeness"),
        pytest.param("The ministry rejected the union's demand for a vote.", "demand", "asserted", id="refused-demand"),
    ],
)
def test_kind_and_stance(nlp: Language, text: str, kind: str, stance: str) -> None:
    [demand] = demands(nlp, text)
    assert (demand.kind, demand.stance) == (kind, stance)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The firm insists that Brexit is not to blame.", id="insist-on-a-fact"),
        pytest.param("Demand for copper rose in June.", id="economic-demand"),
        pytest.param("Call the office for details.", id="telephone"),
        pytest.param("The driver pleaded guilty to theft.", id="plea-in-court"),
        pytest.param("Farmers grow what the market demands.", id="market"),
        pytest.param("Reporters asked whether the talks had failed.", id="question"),
        pytest.param("He proposed to his wife in June.", id="marriage"),
        pytest.param("The team wants to win the cup.", id="plan-of-ones-own"),
        pytest.param("“He must have been tired,” she said.", id="guess"),
        pytest.param("“It should be noted that prices fell,” she said.", id="turn-of-phrase"),
        pytest.param("The official spoke on condition of anonymity.", id="anonymity"),
        pytest.param("She moved to the coast in order to rest.", id="in-order-to"),
        pytest.param("The team needs a win on Sunday.", id="necessity-of-the-narrator"),
        pytest.param("The firm did not respond to a request for comment.", id="request-for-comment"),
        pytest.param("“Nobody has to pay,” Ana Brandt said.", id="nobody-has-to"),
        pytest.param("“Add the rent and you get a huge bill,” Ana Brandt said.", id="bargain"),
        pytest.param("“It is important to note that prices fell,” Ana Brandt said.", id="important-to-note"),
        pytest.param("Theory suggests that prices should not fall.", id="theory"),
        pytest.param("You would want a change of guards.", id="anyone"),
        pytest.param("Ana Brandt said she needed to rest.", id="need-of-ones-own"),
        pytest.param("“She wanted to go and let them know the news,” Ana Brandt said.", id="let-them-know"),
        pytest.param("“It is up to voters to decide,” Ana Brandt said.", id="up-to-them-to-decide"),
        pytest.param("“He must go to work,” Ana Brandt said.", id="go-to-work"),
        pytest.param("“You have to be patient with bees,” Ana Brandt said.", id="how-things-are"),
        pytest.param("“Do I think that the mayor should resign?” Ana Brandt asked.", id="rhetorical-question"),
        pytest.param("Ana Brandt said a key was needed to open the gate.", id="needed-for-a-purpose"),
        pytest.param("It was a condition that the rebels have refused.", id="relative-clause"),
        pytest.param("“Visitors only have to show a card,” Ana Brandt said.", id="only-have-to"),
        pytest.param("Asked by a reporter to explain the fall, Ana Brandt smiled.", id="reporter"),
        pytest.param("The sign tells drivers when to stop.", id="when-to"),
        pytest.param("They asked who he thought would win.", id="asked-who"),
    ],
)
def test_false_friends(nlp: Language, text: str) -> None:
    assert demands(nlp, text) == []


def test_word_lists_of_the_user_are_added() -> None:
    proof = [{"text": "The golems demanded a vote.", "gives": [{"content": "a vote"}]}]
    built_in = rulebook("demand_words", DemandWordsRule)
    mine = DemandWordsRule.model_validate({"id": "demand.words.parties.mine", "words": ["golem"], "example": proof})
    assert "golem" not in Words(built_in).parties
    assert "golem" in Words([*built_in, mine]).parties


def test_the_asker_stays_where_the_parser_goes_astray(nlp: Language) -> None:
    found = demands(nlp, "The mayor urged drivers not to return home and told owners of vans to bring them.")
    assert {demand.actor.text for demand in found if demand.actor is not None} == {"The mayor"}
