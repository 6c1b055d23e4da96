"""Every rule fires on its own examples and stays silent on its counter-examples."""

import pytest
from spacy.language import Language

from extract.check import failures, rules
from extract.parse.rulebook import Rule


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in rules()])
def test_examples(nlp: Language, rule: Rule) -> None:
    assert list(failures(nlp, [rule])) == []
