"""A rule set says all that is wrong with it at once, by file, rule and field."""

from pathlib import Path

import pytest

from extract.errors import RuleError
from extract.parse.rulebook import Rule, rulebook


class CueRule(Rule):
    type = "quote"

    cue: list[str]


GOOD = """
[[rule]]
id = "quote.verb.croak"
cue = ["croak"]
[[rule.example]]
text = "“It is over,” Flores croaked."
gives = [{ speaker = "Flores" }]
"""


def load(folder: Path, text: str) -> list[CueRule]:
    """The rules of a file that is added to an empty built-in one (no rule of ours is called "nothing")."""
    (folder / "__init__.toml").write_text(text, encoding="utf-8")
    return rulebook("__init__", CueRule, str(folder))


@pytest.fixture(autouse=True)
def no_built_in_rules(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("rules")
    (empty / "__init__.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr("extract.parse.rulebook.folder", lambda: empty)


def test_good_rule(tmp_path: Path) -> None:
    [rule] = load(tmp_path, GOOD)
    assert (rule.id, rule.cue, rule.example[0].gives) == ("quote.verb.croak", ["croak"], [{"speaker": "Flores"}])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("[[rule", "not valid TOML", id="broken-toml"),
        pytest.param(GOOD + GOOD, "'quote.verb.croak' is defined twice", id="same-id-twice"),
        pytest.param(GOOD.replace("cue =", "cues ="), "'quote.verb.croak': cue: Field required", id="missing-field"),
        pytest.param(GOOD.replace("cue =", "cues ="), "cues: Extra inputs are not permitted", id="unknown-field"),
        pytest.param(GOOD.replace("quote.verb.croak", "Croak!"), "id: String should match", id="bad-id"),
        pytest.param(GOOD.split("[[rule.ex", maxsplit=1)[0], "example: Field required", id="no-example"),
        pytest.param(
            GOOD.replace('[{ speaker = "Flores" }]', "[]"), "gives: List should have at least 1", id="gives-nothing"
        ),
        pytest.param(GOOD.replace('["croak"]', '"croak"'), "cue: Input should be a valid list", id="wrong-type"),
    ],
)
def test_faults(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(RuleError) as error:
        load(tmp_path, text)
    assert fault in str(error.value)
    assert "__init__.toml" in str(error.value)


def test_all_faults_together(tmp_path: Path) -> None:
    text = GOOD.replace("cue =", "cues =") + GOOD.replace("croak", "rasp").replace("quote.verb.rasp", "Rasp")
    with pytest.raises(RuleError) as error:
        load(tmp_path, text)
    assert len(str(error.value).splitlines()) == 3


def test_a_folder_without_the_file_adds_nothing(tmp_path: Path) -> None:
    assert rulebook("__init__", CueRule, str(tmp_path)) == []
