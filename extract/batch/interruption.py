"""Ctrl-C and SIGTERM, heard even where Python drops them.

An exception that comes up in a destructor is printed and forgotten, and so is the KeyboardInterrupt of a signal
that arrives at that moment: two of four runs on a cluster went on as if nothing had been said.
"""

import signal
from threading import Event
from types import FrameType
from typing import NoReturn

_heard = Event()


def listen() -> None:
    """From now on both signals end the run; Ctrl-C not where whoever started this process has it ignored."""
    signal.signal(signal.SIGTERM, _interrupt)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(signal_: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - a handler's signature
    _heard.set()
    raise KeyboardInterrupt


def check() -> None:
    """Ends the run that should have ended.

    Raises:
        KeyboardInterrupt: there was a signal.
    """
    if _heard.is_set():
        raise KeyboardInterrupt
