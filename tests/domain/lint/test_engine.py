import importlib
import pkgutil
import re
from datetime import date

from bot.domain.lint import rules as package
from bot.domain.lint.engine import RULES, lint
from bot.domain.lint.rule import Rule
from tests.builders import (
    a_brief,
    a_document,
    a_library,
    a_narration,
    a_note,
    a_person,
    a_quotation,
    a_term,
    a_wording,
    an_article,
    an_event,
    an_instrument,
)

TODAY = date(2026, 11, 22)
PREFIX = f"{package.__name__}."
LONG = "They say so, and nobody has shown them to be wrong about any of it, then or in all the years since"


def a_sound_library():  # noqa: ANN201 - what a_library gives
    paper = a_document(
        "a-paper",
        "On May 10 nine people crossed the river, Hong Lei of China said.",
        "“They had valid papers,” he said.",
    )
    article = an_article("3", "No State shall return a person to danger.")
    return a_library(
        paper,
        a_narration(paper, "crossed", "On May 10 nine people crossed the river", speaker="Hong Lei", actor="China"),
        a_quotation(paper, "papers", "They had valid papers", "Hong Lei", actor="China", said="2013-05-10"),
        an_instrument(
            "a-treaty", "Treaty", an_article("3", "No State shall return a person to danger.", sha256=article.digest)
        ),
        a_note("a-note", "It was not the first time."),
        a_person("hong-lei", "Hong Lei", "Hong"),
        a_term("river", "river", "What people cross.", used_in=["crossed"]),
        an_event("crossing", "Nine people cross.", "crossed", topics=["a-brief"]),
        a_brief(
            "a-brief",
            "The nine who crossed in May",
            answer="They had “valid papers”.",
            rests_on="papers",
            claims=[
                {"text": "On 10 May 2013 nine people crossed, Hong Lei said.", "rests_on": ["crossed"]},
                {"text": f"{LONG}.", "rests_on": ["crossed"]},
                {"text": f"{LONG} then.", "rests_on": ["crossed"]},
                {"text": "Article 3 of the Treaty forbids it.", "rests_on": ["article:a-treaty-3"]},
            ],
            accuses=["China"],
            positions=[{"actor": "China", "text": "They “had valid papers”.", "rests_on": ["papers"]}],
            notes=["a-note"],
            as_of="2013-05-10",
        ),
        wording=a_wording(names_ok=["China"]),
    )


def test_a_sound_library_is_left_alone() -> None:
    assert lint(a_sound_library(), TODAY) == []


def test_every_rule_is_applied() -> None:
    modules = [importlib.import_module(module.name) for module in pkgutil.iter_modules(package.__path__, PREFIX)]
    declared = {value for module in modules for value in vars(module).values() if isinstance(value, Rule)}
    assert declared == set(RULES)


def test_a_file_holds_one_rule_and_has_its_name() -> None:
    for module in pkgutil.iter_modules(package.__path__, PREFIX):
        rules = [value for value in vars(importlib.import_module(module.name)).values() if isinstance(value, Rule)]
        assert [rule.find.__name__ for rule in rules] == [module.name.removeprefix(PREFIX)]


def test_no_two_rules_have_one_code_and_they_stand_in_its_order() -> None:
    codes = [rule.about.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"V[2-69]\d\d", code) for code in codes)


def test_every_rule_says_what_it_asks_and_why() -> None:
    for rule in RULES:
        assert rule.about.summary.endswith("."), rule.about.code
        assert rule.about.why.endswith("."), rule.about.code


def test_findings_say_what_is_wrong_and_what_to_do() -> None:
    library = a_library(a_brief("b", "The Ten", "Ten “things” of Kim Something."), a_note("n", "“Words” of 2077."))
    findings = lint(library, TODAY)
    assert findings
    assert all(finding.what and finding.mend and finding.spot.id for finding in findings)
    assert {finding.code for finding in findings} <= {rule.about.code for rule in RULES}
