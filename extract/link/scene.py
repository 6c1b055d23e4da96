"""Where the words of an article stand: in which sentence, in whose quotation."""

from bisect import bisect_left

from spacy.tokens import Doc, Span

from extract.parse.frames import Attribution, Entity, Mention
from extract.parse.syntax import sentences

MARKS = 2  # tokens of a sentence in quotation marks that may be the marks themselves


class Scene:
    """The sentence and the innermost quotation of each token of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._by_head: dict[int, Mention] = {mention.head: mention for mention in doc._.mentions}
        self._marked = {i for span in doc.spans.get("quotations", ()) for i in range(span.start, span.end)}
        self._sentence: list[int] = []
        self._narrated: list[int] = []
        self._paragraph: list[int] = []
        self._introducer: dict[int, int] = {}
        self._number_sentences()
        self._quote: dict[int, Attribution] = {}
        self._wanting = {d.actor.root.i for d in doc._.demands if d.actor is not None}
        self._sources = sorted(q.source.root.i for q in doc._.quotes if q.source is not None)
        self._voices = sorted(q.source.root.i for q in doc._.quotes if q.source is not None and not q.nested)
        for quote in doc._.quotes:
            if not quote.nested:
                self._quote.update((i, quote) for span in quote.content for i in range(span.start, span.end))
        for quote in doc._.quotes:
            if quote.nested:
                self._quote.update((i, quote) for span in quote.content for i in range(span.start, span.end))

    def _number_sentences(self) -> None:
        """Numbers the sentences, those which the article itself tells, and the paragraphs."""
        narrated = paragraph = 0
        for number, sentence in enumerate(sentences(self.doc)):
            quoted = sum(i in self._marked for i in range(sentence.start, sentence.end))
            narrated += quoted < len(sentence) - MARKS
            if sentence.start and "\n" in self.doc[sentence.start - 1].text:
                paragraph += 1
                self._introduce(paragraph, sentence)
            self._sentence.extend([number] * len(sentence))
            self._paragraph.extend([paragraph] * len(sentence))
            self._narrated.extend([narrated] * len(sentence))

    def _introduce(self, paragraph: int, first: Span) -> None:
        """Notes whose words a paragraph quotes: "Flores" of "Flores reports:" before the mark that it opens with."""
        colon = self.doc[first.start - 2] if first.start > 1 else first[0]
        if colon.text == ":" and first[0].is_quote:
            subject = next((t for t in colon.head.lefts if t.dep_ == "nsubj"), None)
            if subject is not None:
                self._introducer[paragraph] = subject.i

    def introducer(self, token: int) -> Mention | None:
        """Who is said to speak in the whole paragraph that holds the token."""
        return self._by_head.get(self._introducer.get(self._paragraph[token], -1))

    def sentence(self, token: int) -> int:
        """The number of the sentence that holds the token."""
        return self._sentence[token]

    def paragraph(self, token: int) -> int:
        """The number of the paragraph that holds the token."""
        return self._paragraph[token]

    def distance(self, earlier: int, later: int) -> int:
        """How many sentences lie between two tokens; of what others say none, where the later stands outside of it."""
        number = self._sentence if self.marked(later) else self._narrated
        return number[later] - number[earlier]

    def mention(self, token: int) -> Mention | None:
        """The mention whose head word the token is."""
        return self._by_head.get(token)

    def quote(self, token: int) -> Attribution | None:
        """The innermost statement that holds the token."""
        return self._quote.get(token)

    def marked(self, token: int) -> bool:
        """Whether the token stands between quotation marks."""
        return token in self._marked

    def in_words_of(self, token: int, source: int) -> bool:
        """Whether the token stands in a quotation of the source: whoever speaks rarely speaks of himself by name."""
        quote = self.quote(token) if self.marked(token) else None
        return quote is not None and quote.source is not None and quote.source.root.i == source

    def is_source(self, token: int) -> bool:
        """Whether a statement is attributed to the token."""
        place = bisect_left(self._sources, token)
        return place < len(self._sources) and self._sources[place] == token

    def is_party(self, token: int) -> bool:
        """Whether the token names who speaks or wants something."""
        return token in self._wanting or self.is_source(token)

    def last_speaker(self, token: int) -> Entity | None:
        """To whom the last statement before the token is attributed, those told within others left out."""
        place = bisect_left(self._voices, token)
        speaker = self.mention(self._voices[place - 1]) if place else None
        return speaker.entity if speaker is not None else None
