"""Quotes: who said, wrote or thought what, as `doc._.quotes` and `doc.spans["quotes"]`."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.find.attribution import Attributor
from extract.find.cues import Lexicon, QuotesRule, signs
from extract.find.layout import Layout
from extract.find.quotation import quotations
from extract.parse.frames import mark
from extract.parse.rulebook import rulebook

__all__ = ["Quotes", "QuotesRule", "make_quotes"]


@Language.factory("extract_quotes_v1", assigns=["doc.spans", "doc._.quotes"], default_config={"rules": None})
def make_quotes(nlp: Language, name: str, rules: str | None) -> "Quotes":
    """Builds the component; `rules` is a folder of the user's own."""
    return Quotes(nlp.vocab, rulebook("quotes", QuotesRule, rules))


class Quotes:
    """Finds attributions: their content, cue, source and addressee.

    Direct speech is found by its quotation marks and the cue beside them, indirect speech by the parse. Also
    files the words between paired marks in `doc.spans["quotations"]`.
    """

    def __init__(self, vocab: Vocab, rules: Sequence[QuotesRule]) -> None:
        self._lexicon = Lexicon(vocab, rules)
        self._signs = signs(rules)

    def __call__(self, doc: Doc) -> Doc:
        layout = Layout(doc)
        quoted = quotations(layout)
        mark(doc, "quotations", [(quotation.span(layout), "") for quotation in quoted])
        attributions = Attributor(layout, quoted, self._lexicon.cues(doc), self._signs).attributions()
        doc._.quotes = attributions
        mark(doc, "quotes", [(span, a.rule) for a in attributions for span in a.content])
        return doc
