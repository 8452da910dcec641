from __future__ import annotations

from dossier.understanding import date_rules_de as language
from dossier.understanding import date_words_de as words


def test_every_rule_names_its_date_and_what_sets_it_off() -> None:
    for rule in language.RULES:
        assert "date" in rule.pattern.groupindex
        assert rule.triggers


def test_each_month_sets_off_a_rule() -> None:
    triggers = frozenset().union(*(rule.triggers for rule in language.RULES))
    assert triggers.issuperset(words.MONTHS)
    assert triggers.issuperset(words.WEEKDAYS)
