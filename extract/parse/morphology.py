"""The model's attribute ruler as a table: same part of speech, morphology and lemma, at a fraction of its time.

The ruler of en_core_web_md looks at a token's tag, lower-case form and dependency label and, for a few
contractions ("gon" + "na") and expletives ("there" + "is"), at one neighbour. What it makes of such a
combination is asked of the ruler itself once, then remembered.
"""

from collections.abc import Callable, Iterator
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

Key = tuple[int, int, int, int, int]  # tag, form, label, form before, form after: 0 where no pattern asks
_WINDOW = 4  # a full stop, the token before, the token, the token after
Answer = tuple[int, int, int]  # part of speech, morphology, lemma
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
        self._known: dict[Key, Answer] = {}
        self._spoken, self._before, self._after = (_forms(ruler, vocab, where) for where in _PLACES)
        self._expletive = vocab.strings.add("expl")

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology and, where the ruler knows one, the lemma of each token."""
        keys = self._keys(doc)
        new = {key: i for i, key in enumerate(keys) if key not in self._known}
        self._known.update(zip(new, self._ask(doc, list(new.values())), strict=True))
        answers = np.array([self._known[key] for key in keys], dtype=np.uint64).reshape(-1, 3)
        doc.from_array(["POS", "MORPH", "LEMMA"], cast("Ints2d", answers))
        for token in doc:
            if token.is_space:
                token.tag_, token.dep_ = "_SP", "dep" if token.dep else ""
        return doc

    def _keys(self, doc: Doc) -> list[Key]:
        """One key a token: what a pattern may ask of it and, for two-token patterns, of its neighbours."""
        columns = np.asarray(doc.to_array(["TAG", "LOWER", "DEP"]), dtype=np.uint64).reshape(-1, 3)
        tags, forms, labels = columns.T.tolist()
        expletive = self._expletive
        spoken = [form if form in self._spoken else 0 for form in forms]
        before = [
            form if form in self._before else expletive if label == expletive else 0
            for form, label in zip(forms, labels, strict=True)
        ]
        after = [form if form in self._after else 0 for form in forms]
        return list(zip(tags, spoken, labels, [0, *before[:-1]], [*after[1:], 0], strict=True)) if tags else []

    def _ask(self, doc: Doc, places: list[int]) -> list[Answer]:
        """What the ruler makes of the tokens at `places` between their neighbours."""
        if not places:
            return []
        trial = _windows(doc, places)
        self._ruler(trial)
        answers = trial.to_array(["POS", "MORPH", "LEMMA"])[2::_WINDOW].tolist()
        return [(pos, morph, lemma) for pos, morph, lemma in answers]


def _windows(doc: Doc, places: list[int]) -> Doc:
    """Windows of a full stop, a token and its two neighbours (full stops beyond the text's ends), one after another."""
    rows = [
        (doc[j].text, doc[j].tag_, doc[j].dep_) if 0 <= j < len(doc) else (".", ".", "punct")
        for i in places
        for j in (-1, i - 1, i, i + 1)
    ]
    words, tags, deps = (list(column) for column in zip(*rows, strict=True))
    return Doc(doc.vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words))


def _forms(ruler: AttributeRuler, vocab: Vocab, where: Place) -> frozenset[int]:
    """The lower-case forms that the ruler's patterns ask of some tokens of a pattern."""
    forms: set[str] = set()
    for pattern, index in _patterns(ruler):
        for token in where(pattern, index):
            forms.update(_alternatives(token.get("LOWER")))
    return frozenset(vocab.strings.add(form) for form in forms)


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
