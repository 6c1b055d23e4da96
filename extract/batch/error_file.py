"""The errors of a run as JSON lines, for programs: article, kind, message."""

import json
from pathlib import Path

from extract.errors import InputError
from extract.write.files import told


class ErrorFile:
    """Takes the errors of a run; each is in the file as soon as it came up.

    Raises:
        OutputError: here or when an error is written: the file can't be.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        with told(path):
            self._file = Path(path).open("wb", buffering=0)  # noqa: SIM115 - open for the whole run

    def write(self, error: InputError) -> None:
        """Appends an error."""
        line = {"article": error.place, "kind": error.kind, "message": error.message}
        with told(self._path):
            self._file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")

    def close(self) -> None:
        """Closes the file."""
        self._file.close()
