"""Where the words of an article stand: in which sentence, in whose quotation."""

from bisect import bisect_left

from spacy.tokens import Doc

from extract.parse.frames import Attribution, Entity, Mention
from extract.parse.syntax import sentences


class Scene:
    """The sentence and the innermost quotation of each token of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._by_head: dict[int, Mention] = {mention.head: mention for mention in doc._.mentions}
        self._sentence: list[int] = []
        for number, sentence in enumerate(sentences(doc)):
            self._sentence.extend([number] * len(sentence))
        self._quote: dict[int, Attribution] = {}
        self._marked = {i for span in doc.spans.get("quotations", ()) for i in range(span.start, span.end)}
        self._sources = sorted(q.source.root.i for q in doc._.quotes if q.source is not None)
        for quote in doc._.quotes:
            if not quote.nested:
                self._quote.update((i, quote) for span in quote.content for i in range(span.start, span.end))
        for quote in doc._.quotes:
            if quote.nested:
                self._quote.update((i, quote) for span in quote.content for i in range(span.start, span.end))

    def sentence(self, token: int) -> int:
        """The number of the sentence that holds the token."""
        return self._sentence[token]

    def mention(self, token: int) -> Mention | None:
        """The mention whose head word the token is."""
        return self._by_head.get(token)

    def quote(self, token: int) -> Attribution | None:
        """The innermost statement that holds the token."""
        return self._quote.get(token)

    def marked(self, token: int) -> bool:
        """Whether the token stands between quotation marks."""
        return token in self._marked

    def is_source(self, token: int) -> bool:
        """Whether a statement is attributed to the token."""
        place = bisect_left(self._sources, token)
        return place < len(self._sources) and self._sources[place] == token

    def last_speaker(self, token: int) -> Entity | None:
        """To whom the last statement before the token is attributed."""
        place = bisect_left(self._sources, token)
        speaker = self.mention(self._sources[place - 1]) if place else None
        return speaker.entity if speaker is not None else None
