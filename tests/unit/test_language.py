"""Which articles are taken for English."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.read.language import doubt, english_share
from extract.records import Article

ENGLISH = (
    "The harbour master of Port Selby said on Tuesday that the ferry would not sail until the strike of its crew "
    "had ended, and asked the owners to meet the union in the town hall before the weekend."
)
TABLE = (
    "Football results: Selby Rovers 2, Marlow Town 1. Ayton United 0, Brandon Athletic 0. Corby Wanderers 3, Dunham "
    "City 2, after extra time. Selby stay top of the league with 41 points from 19 matches; Ayton are last."
)
GERMAN = (
    "Der Hafenmeister von Port Selby sagte am Dienstag, die Fähre werde nicht auslaufen, bis der Streik der Besatzung "
    "beendet sei, und bat die Eigentümer, die Gewerkschaft noch vor dem Wochenende im Rathaus zu treffen."
)
DUTCH = (
    "De havenmeester van Port Selby zei dinsdag dat de veerboot niet zou uitvaren voordat de staking van de bemanning "
    "voorbij was, en vroeg de eigenaars om de vakbond voor het weekend in het stadhuis te ontmoeten."
)
INDONESIAN = (
    "Kepala pelabuhan Port Selby mengatakan pada hari Selasa bahwa kapal feri tidak akan berlayar sampai pemogokan "
    "awaknya berakhir, dan meminta para pemilik untuk bertemu dengan serikat pekerja sebelum akhir pekan."
)
JAPANESE = "ポートセルビーの港長は火曜日、乗組員のストライキが終わるまでフェリーは出航しないと述べた。" * 5


@pytest.mark.parametrize(
    ("text", "language", "doubted"),
    [
        pytest.param(ENGLISH, None, False, id="english"),
        pytest.param(ENGLISH.upper(), "en-GB", False, id="in-capitals"),
        pytest.param(TABLE, None, False, id="few-function-words"),
        pytest.param(GERMAN, None, True, id="german"),
        pytest.param(DUTCH, None, True, id="dutch-the-nearest"),
        pytest.param(INDONESIAN, None, True, id="indonesian"),
        pytest.param(JAPANESE, None, True, id="no-spaces"),
        pytest.param(GERMAN, "en", True, id="wrongly-declared"),
        pytest.param(ENGLISH, "de", True, id="declared"),
        pytest.param("Guten Tag, Herr Minister.", None, False, id="too-short-to-tell"),
        pytest.param("", None, False, id="empty"),
        pytest.param("12 14 15 ¿?! 😀 " * 99, None, False, id="no-words"),
    ],
)
def test_doubt(text: str, language: str | None, doubted: bool) -> None:  # noqa: FBT001 - a table's column
    assert (doubt(Article(id="a", text=text, language=language)) is not None) is doubted


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_share_or_is_too_short(text: str) -> None:
    share = english_share(text)
    assert share is None or 0 <= share <= 1
