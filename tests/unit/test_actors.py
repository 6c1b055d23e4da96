"""Who is mentioned and who of them acts."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.find.actors.acting import acts
from extract.find.actors.lexicon import load_lexicon
from extract.parse.given_names import gender

ENGLISH = spacy.blank("en")


def parsed(words: list[str], heads: list[int], deps: list[str], tags: list[str] | None = None) -> Doc:
    """A Doc with the parse that the model might have given."""
    tags = tags or ["NN"] * len(words)
    pos = ["VERB" if tag.startswith("VB") else "NOUN" for tag in tags]
    lemmas = [word.lower() for word in words]
    return Doc(ENGLISH.vocab, words=words, heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas)


@pytest.mark.parametrize(
    ("doc", "token", "does"),
    [
        pytest.param(parsed(["Peru", "resist"], [1, 1], ["nsubj", "ROOT"], ["NNP", "VBP"]), 0, True, id="subject"),
        pytest.param(parsed(["Peru", "suffer"], [1, 1], ["nsubj", "ROOT"], ["NNP", "VBP"]), 0, False, id="sufferer"),
        pytest.param(parsed(["urge", "Peru"], [0, 0], ["ROOT", "dobj"], ["VBP", "NNP"]), 1, True, id="asked"),
        pytest.param(parsed(["bomb", "Peru"], [0, 0], ["ROOT", "dobj"], ["VBP", "NNP"]), 1, False, id="patient"),
        pytest.param(parsed(["Peru", "threat"], [1, 1], ["poss", "ROOT"]), 0, True, id="whose-deed"),
        pytest.param(parsed(["Peru", "copper"], [1, 1], ["poss", "ROOT"]), 0, False, id="whose-property"),
        pytest.param(
            parsed(["Chile", "Peru", "resist"], [2, 0, 2], ["nsubj", "conj", "ROOT"], ["NNP", "NNP", "VBP"]),
            1,
            True,
            id="beside-the-subject",
        ),
        pytest.param(
            parsed(
                ["dozen", "of", "miners", "resist"],
                [3, 0, 1, 3],
                ["nsubj", "prep", "pobj", "ROOT"],
                ["NN", "IN", "NNS", "VBP"],
            ),
            2,
            True,
            id="counted",
        ),
        pytest.param(parsed(["Peru"], [0], ["ROOT"]), 0, False, id="alone"),
    ],
)
def test_acts(doc: Doc, token: int, *, does: bool) -> None:
    assert acts(doc[token], load_lexicon()) is does


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Ana", "f", id="woman"),
        pytest.param("Juan", "m", id="man"),
        pytest.param("Kim", None, id="either"),
        pytest.param("Wanjiru", None, id="a-surname-too"),
        pytest.param("Xyzzy", None, id="unknown"),
    ],
)
def test_gender(name: str, expected: str | None) -> None:
    assert gender(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peruvian Foreign Minister Ana Flores resigned.",
            {("Ana Flores", "person", "Foreign Minister", "PE", False)},
            id="title-before-the-name",
        ),
        pytest.param(
            "Ana Flores, the mayor of Lima, resigned.",
            {("Ana Flores", "person", "mayor of Lima", "PE", False)},
            id="role-in-apposition",
        ),
        pytest.param(
            "Ana Flores, who serves as finance minister, resigned.",
            {("Ana Flores", "person", "finance minister", None, False)},
            id="role-served",
        ),
        pytest.param(
            "A senior Turkish official said the talks had failed.",
            {("senior Turkish official", "source", None, "TR", True)},
            id="unnamed-source",
        ),
        pytest.param(
            "A spokesman for Transport Minister Ana Flores said no fees had been set.",
            {("spokesman", "source", None, None, True)},
            id="spokesman-of-somebody",
        ),
        pytest.param(
            "Head of the council Ana Flores resigned.",
            {("Ana Flores", "person", "Head of the council", None, False)},
            id="head-of-a-body",
        ),
        pytest.param("The Kremlin rejected it.", {("Russia", "government", None, "RU", False)}, id="seat-of-power"),
        pytest.param(
            "Striking dockers blocked the road.", {("Striking dockers", "group", None, None, False)}, id="group"
        ),
        pytest.param("The Peruvian resigned.", {("Peruvian", "person", None, "PE", False)}, id="one-of-a-people"),
        pytest.param("The French refused.", {("French", "group", None, "FR", False)}, id="a-people"),
        pytest.param("An earthquake shook Lima.", set(), id="a-place-that-suffers"),
        pytest.param("Ana Flores was killed.", set(), id="victim"),
        pytest.param("Peruvian copper is dear.", set(), id="adjective"),
        pytest.param(
            "Ana Flores told the Lares Gazette that it rained.",
            {("Ana Flores", "person", None, None, False)},
            id="medium-told",
        ),
    ],
)
def test_actors(nlp: Language, text: str, expected: set[tuple[str, str, str | None, str | None, bool]]) -> None:
    found = {(e.name, e.kind, e.role, e.country, e.unnamed) for e in nlp(text)._.actors if e.acts}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Analysts say that the rain will end.", "Analysts", "source", id="only-speak"),
        pytest.param(
            "Villagers blocked the road. Villagers burned it. Villagers say that it rained.",
            "Villagers",
            "group",
            id="do-more",
        ),
        pytest.param("Local media say that the rain will end.", "Local media", "source", id="media"),
    ],
)
def test_kind(nlp: Language, text: str, name: str, kind: str) -> None:
    assert {entity.name: entity.kind for entity in nlp(text)._.actors if entity.acts}[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Our side will not yield,” she said.", id="ones-own"),
        pytest.param("Each side blamed the other.", id="sum-of-others"),
    ],
)
def test_no_actor(nlp: Language, text: str) -> None:
    assert not [entity for entity in nlp(text)._.actors if entity.acts and "side" in entity.name.lower()]
