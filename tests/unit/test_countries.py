"""What stands for a country."""

import pytest

from extract.parse.countries import load_countries, plain


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("Peru", "PE", id="name"),
        pytest.param("the Netherlands", "NL", id="article"),
        pytest.param("Britain’s", "GB", id="possessive"),
        pytest.param("BRAZIL", "BR", id="in-capitals"),
        pytest.param("Côte d’Ivoire", "CI", id="curly-apostrophe"),
        pytest.param("Peruvians", "PE", id="plural-demonym"),
        pytest.param("Lima", "PE", id="capital"),
        pytest.param("the Kremlin", "RU", id="seat-of-power"),
        pytest.param("Kingston", "JM", id="the-larger-country-wins"),
        pytest.param("us", None, id="pronoun"),
        pytest.param("Atlantis", None, id="unknown"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_code(words: str, code: str | None) -> None:
    assert load_countries().code(words) == code


def test_usual_name_is_a_name() -> None:
    countries = load_countries()
    assert all(countries.named(name) == code for code, name in countries.usual.items())


@pytest.mark.parametrize("code", ["AN", "CS"])
def test_withdrawn_codes_are_out(code: str) -> None:
    assert code not in load_countries().usual


def test_plain_keeps_a_name_that_starts_like_an_article() -> None:
    assert plain("Theodora") == "Theodora"
