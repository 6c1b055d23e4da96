"""`--lang`: what is not in English is left out, with a warning, unless it is asked for."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app

GERMAN = (
    "Der Hafenmeister von Port Selby sagte am Dienstag, die Fähre werde nicht auslaufen, bis der Streik der Besatzung "
    "beendet sei, und bat die Eigentümer, die Gewerkschaft noch vor dem Wochenende im Rathaus zu treffen."
)


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        pytest.param([], 1, "seems (3% common English words; English news has 20 % or more): left out", id="left-out"),
        pytest.param(["--lang", "any", "--verbose"], 0, "no publication date", id="forced"),
        pytest.param(["--lang", "de"], 2, "choose from en, any", id="no-other-language"),
    ],
)
def test_lang(tmp_path: Path, options: list[str], code: int, told: str) -> None:
    article = tmp_path / "faehre.txt"
    article.write_text(GERMAN, "utf-8")
    result = CliRunner().invoke(app, [str(article), "--format", "jsonl", *options])
    assert result.exit_code == code
    assert told in result.stderr
