"""The reading of times: every rule's own sentences, the corpus, the seeds, and what must hold on any text."""

from pathlib import Path

import pytest

from hoadam.lang import times as lang_times
from hoadam.lang.times import TimeRule, TimeRules, load_times
from hoadam.model.article import Article
from hoadam.parse.times import TimeSpan, times_in

VI = Path(lang_times.__file__).parent / "vi"
RULES = load_times(VI)


def read(text: str, published: str, outlet: str | None = None, rules: TimeRules = RULES) -> tuple[TimeSpan, ...]:
    return times_in(Article("x", outlet, published, "vi", None, None, text), rules)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_sentences_and_not_on_its_near_misses(rule: TimeRule) -> None:
    assert (rule.fires or rule.op == "nothing") and rule.misses
    for text, published, said, value in rule.fires:
        found = {span.text: (span.value or "", span.rule.split(" + ")) for span in read(text, published)}
        assert said in found, (text, found)
        assert found[said][0] == value and rule.name in found[said][1], (text, found[said])
    for text in rule.misses:
        made = [span for span in read(text, "2025-12-20") if span.value and rule.name in span.rule.split(" + ")]
        assert made == [], text
