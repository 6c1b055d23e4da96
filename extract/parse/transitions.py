"""The model's transition parsers stepped from Python: same parse, same entities, at a third of their time.

spaCy 3.8 steps in C with the interpreter's lock released, but its states take and leave the lock at nearly every look
into them. Stepped from here the lock is held all along.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from thinc.types import Floats2d, Ints2d

State = object  # spaCy's StateClass, of which we only ask whether it is final


class Moves(Protocol):
    """What a parser may do, as far as we ask: begin."""

    def init_batch(self, docs: Sequence[Doc]) -> list[Any]:
        """One state a Doc."""


class StepModel(Protocol):
    """The network over a batch of Docs, its first layer computed for all tokens."""

    get_token_ids: Callable[[list[State]], Ints2d]
    state2vec: Any
    vec2scores: Any

    def clear_memory(self) -> None:
        """Forgets the batch."""


class TransitionParser(Protocol):
    """What we ask of spaCy's `Parser`."""

    moves: Moves
    model: Any

    def transition_states(self, states: list[State], scores: Floats2d) -> list[State]:
        """Moves each state on by its best valid action; those that aren't final."""

    def set_annotations(self, docs: Sequence[Doc], states: list[State]) -> None:
        """Writes heads and labels, or entities."""


class Stepped:
    """Stands in for a `Parser` with a hidden layer over its states, which it leaves unchanged."""

    def __init__(self, parser: TransitionParser) -> None:
        self._parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """Annotates one Doc."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Annotates Docs batch by batch, each step made for a whole batch at once."""
        remaining = iter(docs)
        while batch := list(islice(remaining, batch_size)):
            self._parser.set_annotations(batch, self._final_states(batch))
            yield from batch

    def _final_states(self, docs: list[Doc]) -> list[State]:
        parser = self._parser
        states = parser.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if unfinished:
            model = cast("StepModel", parser.model.predict(docs))
            weights, bias = np.ascontiguousarray(model.vec2scores.get_param("W").T), model.vec2scores.get_param("b")
            while unfinished:
                hidden = model.state2vec.predict(model.get_token_ids(unfinished))
                unfinished = parser.transition_states(unfinished, hidden @ weights + bias)
            model.clear_memory()
        return states


@Language.factory("extract_stepped_v1")
def make_stepped(nlp: Language, name: str, pipe: str) -> Stepped:  # noqa: ARG001 - spaCy passes the name
    """Builds the stand-in for the component `pipe` of the pipeline that it is added to."""
    return Stepped(cast("TransitionParser", nlp.get_pipe(pipe)))


def step_parsers(nlp: Language) -> None:
    """Puts the stand-in in the place of each parser of the kind, which stays, disabled, to make the moves."""
    for name in ("parser", "ner"):
        model = cast("TransitionParser", nlp.get_pipe(name)).model
        on_cpu = isinstance(model.ops, NumpyOps)
        if on_cpu and model.attrs.get("has_upper") and not model.attrs.get("unseen_classes"):
            nlp.add_pipe("extract_stepped_v1", name=f"{name}_stepped", config={"pipe": name}, after=name)
            nlp.disable_pipe(name)
