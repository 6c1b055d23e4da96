"""Zstandard: from the standard library (Python 3.14 and later), else from the extra `newsfacts[zstd]`."""

from importlib import import_module
from typing import IO, cast

from extract.errors import UsageError


def open_zstd(file: str | IO[bytes], mode: str) -> IO[bytes]:
    """A stream that (de)compresses.

    Raises:
        UsageError: the extra is not installed.
    """
    for module in ("compression.zstd", "backports.zstd"):
        try:
            return cast("IO[bytes]", import_module(module).open(file, mode))
        except ModuleNotFoundError:
            continue
    raise UsageError(".zst needs an extra: pip install 'newsfacts[zstd]'")
