"""Parses that no parser would give, for tests that finders survive any: words, tags, labels and heads drawn freely."""

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

# a word, its coarse tag, its label, and how many tokens to the left its head stands (0: it's a root)
Row = tuple[str, str, str, int]

# the labels that finders ask for, of the ClearNLP scheme
LABELS = [
    "ROOT",
    "nsubj",
    "nsubjpass",
    "dobj",
    "prep",
    "pobj",
    "pcomp",
    "xcomp",
    "ccomp",
    "advcl",
    "conj",
    "cc",
    "aux",
    "relcl",
    "acl",
    "appos",
    "mark",
]


def rows(words: Iterable[str], tags: Iterable[str]) -> st.SearchStrategy[Row]:
    """Rows of these words and coarse tags, with any label and a head at most five tokens away."""
    drawn = st.sampled_from(list(words)), st.sampled_from(sorted(tags)), st.sampled_from(LABELS), st.integers(0, 5)
    return st.tuples(*drawn)


def tree(vocab: Vocab, found: list[Row], tags: Mapping[str, str]) -> Doc:
    """The Doc of some rows; `tags` gives the fine tag of each coarse one. The lemmas are the words."""
    words, pos, deps, reach = (list(column) for column in zip(*found, strict=True))
    heads = [max(0, i - int(back)) for i, back in enumerate(reach)]
    return Doc(vocab, words=words, pos=pos, tags=[tags[p] for p in pos], deps=deps, heads=heads, lemmas=words)
