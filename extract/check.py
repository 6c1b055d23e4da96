"""Runs the examples of the rules: each rule must fire on its own examples and stay silent on its counter-examples."""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language

from extract.build import build
from extract.errors import RuleError
from extract.find import RULE_FILES
from extract.parse.rulebook import Example, Rule, rulebook
from extract.pipeline import load, parse
from extract.records import Article, BaseRecord


def check(model: str | None = None, extra: str | None = None) -> str:
    """Loads all rules and runs all their examples; one line that says how many hold.

    Raises:
        RuleError: naming every fault, or every example that does not hold.
    """
    checked = rules(extra)
    if failed := list(failures(load(model, extra), checked)):
        raise RuleError("\n".join([*failed, f"{len(failed)} of the rules' examples do not hold"]))
    examples = sum(len(rule.example) + len(rule.counter) for rule in checked)
    return f"{len(checked)} rules, {examples} examples: all hold"


def rules(extra: str | None = None) -> list[Rule]:
    """All rules of all files, the user's included.

    Raises:
        RuleError: naming every fault of the file that has some.
    """
    return [rule for name, model in RULE_FILES.items() for rule in rulebook(name, model, extra)]


def failures(nlp: Language, checked: Iterable[Rule]) -> Iterator[str]:
    """One line for each example that does not fire and each counter-example that does."""
    for rule in checked:
        for example in rule.example:
            records = facts(nlp, rule, example.text, example.published)
            yield from (f"{rule.id}: {example.text!r} does not give {want}" for want in unmet(rule, example, records))
        for counter in rule.counter:
            for record in facts(nlp, rule, counter.text):
                yield f"{rule.id}: {counter.text!r} gives {record.text!r} by {record.rule} ({counter.why})"


def facts(nlp: Language, rule: Rule, text: str, published: str | None = None) -> list[BaseRecord]:
    """The records of the rule's type in a text."""
    article = Article.model_validate({"id": rule.id, "text": text, "published": published})
    [(_, doc)] = parse(nlp, [article])
    return [record for record in build(doc, rule.id) if record.type == rule.type]


def unmet(rule: Rule, example: Example, records: list[BaseRecord]) -> list[dict[str, Any]]:
    """What the example should give and no record of the rule shows."""
    made = [record for record in records if record.rule == rule.id or not rule.fires]
    return [want for want in example.gives if not any(shows(record, want) for record in made)]


def shows(record: BaseRecord, want: dict[str, Any]) -> bool:
    """Whether a record has the wanted fields: plain values as in JSON, references and parts by name or words."""
    fields = record.model_dump(mode="json")
    fields["content"] = fields["text"]
    return all(value in _readings(fields.get(key)) for key, value in want.items())


def _readings(field: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    return [field.get("name"), field.get("text")] if isinstance(field, dict) else [field]
