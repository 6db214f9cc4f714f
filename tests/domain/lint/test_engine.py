import importlib
import inspect
import pkgutil
from datetime import date

from bot.domain.lint import engine
from bot.domain.lint import rules as package
from bot.domain.lint.engine import lint
from bot.domain.lint.survey import Survey
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
LONG = " ".join(["They say so, and nobody has shown them to be wrong about any of it."] * 5)


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
                {"text": f"On 10 May 2013 nine people crossed, Hong Lei said. {LONG}", "rests_on": ["crossed"]},
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
    rules = {
        function
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction)
        if function.__module__ == module.name
        and not name.startswith("_")
        and [parameter.annotation for parameter in inspect.signature(function).parameters.values()] == [Survey]
        and "Finding" in str(inspect.signature(function).return_annotation)
    }
    assert rules
    assert rules == set(engine._RULES)  # noqa: SLF001 - the list of rules is what is tested


def test_findings_say_what_is_wrong_and_what_to_do() -> None:
    library = a_library(a_brief("b", "The Ten", "Ten “things” of Kim Something."), a_note("n", "“Words” of 2077."))
    findings = lint(library, TODAY)
    assert findings
    assert all(finding.what and finding.mend and finding.spot.id for finding in findings)
