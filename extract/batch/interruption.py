"""Ctrl-C and SIGTERM, heard even where Python drops them.

An exception that comes up in a destructor is printed and forgotten, and so is the KeyboardInterrupt of a signal
that arrives at that moment: two of four runs on a cluster went on as if nothing had been said.
"""

import signal
import sys
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_heard = Event()


def listen() -> None:
    """From now on both signals end the run; Ctrl-C not where whoever started this process has it ignored."""
    signal.signal(signal.SIGTERM, _interrupt)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    sys.unraisablehook = _dropped


def _dropped(unraisable: "UnraisableHookArgs") -> None:
    """What Python does with an exception in a destructor; of the user's signal there is nothing to print."""
    if not (_heard.is_set() and issubclass(unraisable.exc_type, KeyboardInterrupt)):
        sys.__unraisablehook__(unraisable)


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
