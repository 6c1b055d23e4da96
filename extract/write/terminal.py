"""A terminal as the stream of a format that is meant for programs: it gets no control character from an article."""

import io
import re
from typing import TextIO

# C0 (but for the line feed), C1 and DEL drive a terminal; bidirectional signs make text read as what it is not
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Terminal(io.TextIOBase):
    """Passes text on with control characters spelt as JSON spells them, so that JSON stays the same JSON."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str, /) -> int:
        """Writes the text, made safe."""
        self._stream.write(_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))
        return len(text)

    def flush(self) -> None:
        """Shows what was written."""
        self._stream.flush()
