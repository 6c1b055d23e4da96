"""Who speaks, by grammar and then by the entities of the article, on parses made by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.find.quotes.sources import beside, speaker
from extract.link.speakers import make_speakers
from extract.parse.frames import Attribution, Entity, Mention

NLP = spacy.blank("en")


def parsed(rows: str) -> Doc:
    """A Doc from "word/TAG/POS/label/head" separated by spaces."""
    words, tags, pos, deps, heads = zip(*(row.split("/") for row in rows.split()), strict=True)
    return Doc(
        NLP.vocab, words=list(words), tags=list(tags), pos=list(pos), deps=list(deps), heads=[int(h) for h in heads]
    )


@pytest.mark.parametrize(
    ("rows", "cue", "who"),
    [
        pytest.param(
            "Flores/NNP/PROPN/nsubj/1 said/VBD/VERB/ROOT/1 so/RB/ADV/advmod/1",
            "said",
            "Flores",
            id="subject",
        ),
        pytest.param(
            "Flores/NNP/PROPN/nsubj/3 who/WP/PRON/nsubj/2 said/VBD/VERB/relcl/0 left/VBD/VERB/ROOT/3",
            "said",
            "Flores",
            id="relative-pronoun",
        ),
        pytest.param(
            "It/PRP/PRON/nsubjpass/2 was/VBD/AUX/auxpass/2 said/VBN/VERB/ROOT/2 by/IN/ADP/agent/2 "
            "Flores/NNP/PROPN/pobj/3",
            "said",
            "Flores",
            id="agent-of-a-passive",
        ),
        pytest.param(
            "It/PRP/PRON/nsubjpass/2 was/VBD/AUX/auxpass/2 said/VBN/VERB/ROOT/2",
            "said",
            None,
            id="passive-without-agent",
        ),
        pytest.param(
            "Flores/NNP/PROPN/nsubj/1 left/VBD/VERB/ROOT/1 saying/VBG/VERB/advcl/1 no/UH/INTJ/intj/2",
            "saying",
            "Flores",
            id="gerund",
        ),
        pytest.param(
            "Flores/NNP/PROPN/nsubjpass/2 was/VBD/AUX/auxpass/2 heard/VBN/VERB/ROOT/2 to/TO/PART/aux/4 "
            "say/VB/VERB/xcomp/2",
            "say",
            "Flores",
            id="raised",
        ),
    ],
)
def test_speaker(rows: str, cue: str, who: str | None) -> None:
    doc = parsed(rows)
    found = speaker(next(t for t in doc if t.text == cue))
    assert (found.text if found is not None else None) == who


@pytest.mark.parametrize(
    ("rows", "who"),
    [
        pytest.param("Ana/NNP/PROPN/compound/1 Flores/NNP/PROPN/dep/2 said/VBD/VERB/ROOT/2", "Ana Flores", id="before"),
        pytest.param("said/VBD/VERB/ROOT/0 Ana/NNP/PROPN/compound/2 Flores/NNP/PROPN/dep/0", "Ana Flores", id="behind"),
        pytest.param("said/VBD/VERB/ROOT/0 ./././punct/0", None, id="nobody"),
    ],
)
def test_the_phrase_beside_a_cue(rows: str, who: str | None) -> None:
    doc = parsed(rows.replace("./././punct/0", "./SYM/PUNCT/punct/0"))
    found = beside(next(t for t in doc if t.text == "said"))
    assert (found.text if found is not None else None) == who


def test_sources_and_addressees_get_their_entities() -> None:
    doc = parsed(
        "she/PRP/PRON/nsubj/1 told/VBD/VERB/ROOT/1 them/PRP/PRON/dobj/1 nothing/NN/PRON/dobj/1",
    )
    flores = Entity("Ana Flores", "person", "test", [Mention(doc[0:1], 0, "test")])
    doc._.actors = [flores]
    doc._.quotes = [Attribution([doc[3:4]], "indirect", "test", doc[1:2], doc[0:1], doc[2:3])]
    [made] = make_speakers(NLP, "speakers", None)(doc)._.quotes
    assert made.speaker_entity is flores
    assert made.addressee_entity is None


def test_nobody_speaks_of_herself_by_name() -> None:
    doc = parsed(
        "Flores/NNP/PROPN/nsubj/1 spoke/VBD/VERB/ROOT/1 Rivas/NNP/PROPN/nsubj/3 left/VBD/VERB/ccomp/5 "
        "she/PRP/PRON/nsubj/5 said/VBD/VERB/ROOT/5",
    )
    flores = Entity("Ana Flores", "person", "test", [Mention(doc[0:1], 0, "test")])
    rivas = Entity("Eva Rivas", "person", "test", [Mention(doc[2:3], 2, "test"), Mention(doc[4:5], 4, "test")])
    doc._.actors = [flores, rivas]
    doc._.quotes = [
        Attribution([doc[1:2]], "indirect", "test", doc[1:2], doc[0:1]),
        Attribution([doc[2:4]], "indirect", "test", doc[5:6], doc[4:5]),
    ]
    assert [made.speaker_entity for made in make_speakers(NLP, "speakers", None)(doc)._.quotes] == [flores, flores]
