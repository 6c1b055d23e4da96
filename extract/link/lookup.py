"""From the words that name somebody in a sentence to the entity that they mean."""

from spacy.tokens import Doc, Span

from extract.parse.frames import Entity


class Lookup:
    """The entities of a Doc by the head words of their mentions; made once a Doc, after coreference."""

    def __init__(self, doc: Doc) -> None:
        self._by_head: dict[int, Entity] = {
            mention.head: entity for entity in doc._.actors for mention in entity.mentions
        }

    def entity(self, span: Span | None) -> Entity | None:
        """Whom the span means: the entity of its head word, of whom it describes, of a mention whose head it holds."""
        if span is None:
            return None
        described = [span.root.head.i] if span.root.dep_ == "appos" else []
        heads = (span.root.i, *described, *range(span.start, span.end))
        return next((self._by_head[i] for i in heads if i in self._by_head), None)
