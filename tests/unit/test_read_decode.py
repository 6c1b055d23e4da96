import pytest

from extract.errors import InputError
from extract.read.decode import decode

DASH = "The talks – “tough”, she said – ended in Córdoba."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(DASH.encode(), "utf-8", id="utf-8"),
        pytest.param(DASH.encode("utf-8-sig"), "utf-8-sig", id="utf-8-with-mark"),
        pytest.param(DASH.encode("utf-16"), "utf-16", id="utf-16-with-mark"),
        pytest.param(b"\xfe\xff" + DASH.encode("utf-16-be"), "utf-16", id="utf-16-big-endian"),
        pytest.param(DASH.encode("utf-32"), "utf-32", id="utf-32-with-mark"),
        pytest.param(DASH.encode("cp1252"), "cp1252", id="windows-guessed"),
    ],
)
def test_text_and_encoding(data: bytes, encoding: str) -> None:
    assert decode(data, "a.txt") == (DASH, encoding)


def test_declared_charset_wins_over_a_guess() -> None:
    assert decode("Śledztwo trwa".encode("iso-8859-2"), "a.html", "iso-8859-2") == ("Śledztwo trwa", "iso-8859-2")


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(DASH.encode(), "a.html", "iso-8859-1") == (DASH, "utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("Señor Núñez said that “the talks” had failed in Perú.", "cp1252", id="spanish-names"),
        pytest.param("It was a naïve plan, he said.", "cp1252", id="one-letter"),
        pytest.param("President Flores said: “We won’t go – not now.”", "mac_roman", id="mac"),
        pytest.param("Президент сказал по словам министра обороны. " * 2, "cp1251", id="cyrillic"),
    ],
)
def test_legacy_encoding_is_guessed_as_english_text_has_it(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        pytest.param(b"Peru\0said", "binary", "NUL byte at 4", id="nul-byte"),
        pytest.param("dash – here".encode() + b"\xe2\x80", "encoding", "invalid UTF-8 at byte 13", id="cut-off-utf-8"),
        pytest.param(b"\xff\xfea", "encoding", "invalid UTF-16", id="odd-utf-16"),
        pytest.param(bytes(range(128, 256)) * 8, "binary", "not text", id="noise"),
    ],
)
def test_no_text(data: bytes, kind: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        decode(data, "a.txt")
    assert caught.value.kind == kind
    assert str(caught.value).startswith("a.txt: ")
