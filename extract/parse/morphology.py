"""The model's attribute ruler as a table: same part of speech, morphology and lemma, at a fraction of its time.

The ruler of en_core_web_md looks at a token's tag, lower-case form and dependency label and, for a few
contractions ("gon" + "na") and expletives ("there" + "is"), at one neighbour. What it makes of such a
combination is asked of the ruler itself once, then remembered.
"""

from collections.abc import Callable, Iterator
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

Keys = NDArray[np.uint64]

# odd 64-bit constants: columns are mixed into one key by multiplication modulo 2**64
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64)

Pattern = list[dict[str, Any]]
Place = Callable[[Pattern, int], Pattern]
# where a form matters: anywhere; on the token before the one that is set; on the token after it
_PLACES: tuple[Place, ...] = (
    lambda pattern, _: pattern,
    lambda pattern, index: pattern[:index],
    lambda pattern, index: pattern[index + 1 :],
)
# what the model's few regular expressions on forms can match
_REGEX_FORMS = ["n't", "nt", "y", "y'", "nothin'", "nuthin'"]


class AttributeTable:
    """Stands in for an `AttributeRuler` whose patterns span at most two tokens."""

    def __init__(self, ruler: AttributeRuler, vocab: Vocab) -> None:
        self._ruler = ruler
        self._known: dict[int, tuple[int, int, int]] = {}
        self._spoken, self._before, self._after = (_forms(ruler, vocab, where) for where in _PLACES)
        self._expletive = np.uint64(vocab.strings.add("expl"))

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology and, where the ruler knows one, the lemma of each token."""
        columns: Keys = np.asarray(doc.to_array(["TAG", "LOWER", "DEP", "IS_SPACE"]), dtype=np.uint64).reshape(-1, 4)
        if len(doc) == 0:
            return doc
        keys, first, inverse = np.unique(self._keys(columns), return_index=True, return_inverse=True)
        table = [self._known.get(key) or self._ask(doc, key, i) for key, i in zip(keys.tolist(), first, strict=True)]
        doc.from_array(["POS", "MORPH", "LEMMA"], cast("Ints2d", np.array(table, dtype=np.uint64)[inverse]))
        for i in np.flatnonzero(columns[:, 3]).tolist():
            doc[i].tag_, doc[i].dep_ = "_SP", "dep" if doc[i].dep else ""
        return doc

    def _keys(self, columns: Keys) -> Keys:
        """One key a token: its tag, form and label, and the neighbour where a two-token pattern may look at it."""
        forms, labels = columns[:, 1], columns[:, 2]
        context = np.zeros_like(forms)
        context[1:] += np.where(np.isin(forms[:-1], self._before), forms[:-1], 0)
        context[1:] += labels[:-1] == self._expletive
        context[:-1] += np.where(np.isin(forms[1:], self._after), forms[1:], 0)
        spoken = np.where(np.isin(forms, self._spoken), forms, 0)
        mixed: Keys = columns[:, 0] * _MIX[0] + spoken * _MIX[1] + labels * _MIX[2] + context * _MIX[3]
        return mixed

    def _ask(self, doc: Doc, key: int, i: int) -> tuple[int, int, int]:
        """What the ruler makes of token `i` between its neighbours: part of speech, morphology, lemma."""
        window = doc[max(0, i - 1) : i + 2]
        trial = Doc(
            doc.vocab,
            words=[token.text for token in window],
            tags=[token.tag_ for token in window],
            deps=[token.dep_ for token in window],
            heads=[0] * len(window),
        )
        self._ruler(trial)
        token = trial[i - window.start]
        answer = (token.pos, int(trial.to_array("MORPH")[token.i]), token.lemma)
        self._known[key] = answer
        return answer


def _forms(ruler: AttributeRuler, vocab: Vocab, where: Place) -> Keys:
    """The lower-case forms that the ruler's patterns ask of some tokens of a pattern."""
    forms: set[str] = set()
    for pattern, index in _patterns(ruler):
        for token in where(pattern, index):
            forms.update(_alternatives(token.get("LOWER")))
    return np.array(sorted(vocab.strings.add(form) for form in forms), dtype=np.uint64)


def _patterns(ruler: AttributeRuler) -> Iterator[tuple[Pattern, int]]:
    """Each pattern with the index of the token that it sets."""
    for rule in ruler.patterns:
        patterns, index = cast("list[Pattern]", rule["patterns"]), cast("int", rule["index"])
        for pattern in patterns:
            yield pattern, index


def _alternatives(value: str | dict[str, list[str]] | None) -> list[str]:
    if isinstance(value, dict):
        return value.get("IN", _REGEX_FORMS)
    return [value] if value else []


@Language.factory("extract_attributes_v1", assigns=["token.pos", "token.morph", "token.lemma"])
def make_attributes(nlp: Language, name: str) -> AttributeTable:  # noqa: ARG001 - spaCy passes the name
    """Builds the component from the attribute ruler of the pipeline that it is added to."""
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler):
        raise TypeError("extract_attributes_v1 stands in for spaCy's attribute ruler, which this pipeline lacks")
    return AttributeTable(ruler, nlp.vocab)


def tabulate_attributes(nlp: Language) -> None:
    """Puts the table in the ruler's place; the ruler, disabled, goes on answering what the table does not know."""
    nlp.add_pipe("extract_attributes_v1", after="attribute_ruler")
    nlp.disable_pipe("attribute_ruler")
