"""Quotes: who said, wrote or thought what, as `doc._.quotes` and `doc.spans["quotes"]`."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.find.quotes.blocks import blocks
from extract.find.quotes.cues import Lexicon, QuotesRule, signs
from extract.find.quotes.direct import DirectSpeech
from extract.find.quotes.indirect import IndirectSpeech
from extract.find.quotes.nested import nested_speech
from extract.find.quotes.passage import Passage
from extract.find.quotes.transcripts import Turn, headline, turns
from extract.find.quotes.turns import continued, outermost, share_sources
from extract.parse.frames import Attribution, mark
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
        self._nesting = {rule.id: rule.owned for rule in rules if rule.nests}

    def __call__(self, doc: Doc) -> Doc:
        passage = Passage(doc)
        mark(doc, "quotations", [(doc[q.start : q.end], "") for q in passage.quoted])
        found = sorted(self._attributions(passage), key=_place)
        for made in found:
            made.content = [passage.with_marks(span) for span in sorted(made.content, key=lambda span: span.start)]
        doc._.quotes = found
        mark(doc, "quotes", [(span, made.rule) for made in found for span in made.content])
        return doc

    def _attributions(self, passage: Passage) -> list[Attribution]:
        """The attributions of a text: printed dialogue, direct speech, indirect speech, speech carried on."""
        dialogue = turns(passage.layout)
        spoken = frozenset(i for turn in dialogue for i in range(turn.source.start, turn.content[-1].end))
        free = passage.inside | spoken
        words = self._lexicon.cues(passage.doc)
        cues = [cue for cue in words if cue.token.i not in free]
        quoted = [quotation for quotation in passage.quoted if quotation.start not in spoken]
        direct = DirectSpeech(passage, cues, self._signs)
        found = self._printed(passage, dialogue)
        found += direct.attributions(quoted)
        taken = set(direct.taken)
        found += blocks(passage, cues, taken)
        found += IndirectSpeech(passage, cues).attributions(taken)
        found += continued(found, quoted, passage, self._signs["continued"].id)
        share_sources(found)
        found += nested_speech(passage, words, self._signs["other-verb"])
        return outermost(found, self._nesting)

    def _printed(self, passage: Passage, dialogue: Sequence[Turn]) -> list[Attribution]:
        """What print gives to a speaker: the turns of a dialogue, the statement of a headline."""
        made = [_turn(turn, self._signs["transcript"], passage) for turn in dialogue]
        rule = self._signs["headline"]
        head = (
            headline(passage.layout, rule) if not dialogue or dialogue[0].colon > passage.layout.line_end(0) else None
        )
        if head is None or passage.kind(head.content) == "direct":  # what stands in marks is found as any quotation
            return made
        return [_turn(head, rule, passage), *made]


def _turn(turn: Turn, rule: QuotesRule, passage: Passage) -> Attribution:
    kind = "direct" if rule.sign == "transcript" else passage.kind(turn.content)
    return Attribution(turn.content, kind, rule.id, passage.doc[turn.colon : turn.colon + 1], turn.source)


def _place(made: Attribution) -> tuple[int, int]:
    return made.content[0].start, -made.content[-1].end
