"""Places by name: what is found, what is not, and at what cost."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.parse.gazetteer import folded, places


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        pytest.param("Lima", ["PE", "US"], id="homonyms-by-population"),
        pytest.param("lima", ["PE", "US"], id="case-does-not-count"),
        pytest.param("São Paulo", ["BR"], id="accents"),
        pytest.param("Sao Paulo", ["BR"], id="accents-left-out"),
        pytest.param("N'Djamena", ["TD"], id="apostrophe"),
        pytest.param("Kiev", ["UA"], id="former-name-of-a-famous-city"),
        pytest.param("Bavaria", ["DE"], id="region"),
        pytest.param("Nowhereville", [], id="unknown"),
        pytest.param("U", [], id="one-letter"),
        pytest.param("", [], id="empty"),
        pytest.param("North", [], id="point-of-the-compass"),
        pytest.param("Lima\tPE", [], id="separator-of-the-file"),
        pytest.param("Lima\nPE", [], id="line-break"),
        pytest.param("# GeoNames, CC BY 4.0: looked up by", [], id="header-of-the-file"),
    ],
)
def test_countries(name: str, countries: list[str]) -> None:
    assert list(dict.fromkeys(place.country for place in places(name))) == countries


def test_fields() -> None:
    lima = next(place for place in places("Lima") if place.kind == "city" and place.country == "PE")
    assert (lima.name, lima.latitude, lima.longitude) == ("Lima", -12.04, -77.03)
    assert lima.population > 5_000_000


@given(st.text())
def test_coordinates_in_range(name: str) -> None:
    for place in places(name):
        assert place.latitude is None or -90 <= place.latitude <= 90
        assert place.longitude is None or -180 <= place.longitude <= 180


@given(st.text())
def test_folding_is_stable(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_all_lines_are_found_and_sound() -> None:
    from extract.parse.gazetteer import _index  # noqa: PLC0415 - the file itself is under test

    lines = _index().decode().splitlines()
    assert lines == sorted(lines)
    for line in lines[1::97]:
        key, *_ = line.split("\t")
        found = places(key)
        assert found or len(key) == 1
        assert all(len(place.country) == 2 for place in found)


def test_first_lookup_is_quick_and_small() -> None:
    """In a process of its own: the first lookup in under 0.1 s and 60 MB."""
    program = (
        "import resource, time; from extract.parse.gazetteer import places\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; start = time.process_time(); places('Lima')\n"
        "print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, run.stdout.split())
    assert seconds < 0.1
    assert kilobytes < 60_000
