"""Bytes → text: UTF-8, byte-order marks, a declared charset, and only then a guess.

Legacy encodings hardly ever form a valid multi-byte UTF-8 sequence by chance, so a file that has some
is UTF-8 with a flaw: guessing would turn all its dashes and quotes into noise, and it is refused.
"""

import codecs
import re

from extract.errors import InputError

# the longer marks first: UTF-32's begins with UTF-16's
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_USUAL = "cp1252"  # what English texts are in before any other, where it makes as much sense of the bytes
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, place: str, declared: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding. `declared`: the charset that the document itself names.

    Raises:
        InputError: the bytes are no text, damaged UTF-8, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, place), encoding
    if (at := data.find(b"\0")) >= 0:
        raise InputError(place, "binary", f"not text (NUL byte at {at:,}): give a text, HTML or JSONL file")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(data, place, declared, error.start)


def _strictly(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(place, encoding.upper().removesuffix("-SIG"), error.start) from None


def _legacy(data: bytes, place: str, declared: str | None, flaw: int) -> tuple[str, str]:
    if declared is not None and declared.lower() not in {"utf-8", "utf8"}:
        try:
            return data.decode(declared), declared
        except (UnicodeDecodeError, LookupError):
            pass
    if _MULTIBYTE.search(data):
        raise _damaged(place, "UTF-8", flaw)
    if (encoding := guess(data)) is None:
        raise InputError(place, "binary", f"not text in any known encoding (byte {flaw:,}): save it as UTF-8")
    return data.decode(encoding), encoding


def guess(data: bytes) -> str | None:
    """The legacy encoding that makes the most sense of the bytes as English, or None where they are no text."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

    matches = from_bytes(data, cp_isolation=["cp1252", "mac_roman", "cp1250", "cp1251", "iso8859_15"])
    best = matches.best()
    if best is None:
        return None
    alike = (match for match in matches if match.chaos <= best.chaos)
    return _USUAL if any(_USUAL in match.could_be_from_charset for match in alike) else best.encoding


def _damaged(place: str, encoding: str, flaw: int) -> InputError:
    return InputError(place, "encoding", f"invalid {encoding} at byte {flaw:,}: save it as UTF-8")
