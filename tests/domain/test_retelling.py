from dataclasses import replace

from bot.domain.model import Brief, Claim
from bot.domain.retelling import answers_changed, receipts_changed, retold
from tests.builders import (
    a_brief,
    a_document,
    a_library,
    a_narration,
    a_note,
    a_person,
    a_quotation,
    a_term,
    an_article,
    an_event,
    an_instrument,
)

PAPER = a_document("p", "The ferry stopped in May. He said “it is far” then.")
QUOTATION = a_quotation(PAPER, "q", "it is far", "He")
NARRATION = a_narration(PAPER, "n", "The ferry stopped in May.")
X = a_narration(PAPER, "x", "He said")
"""What the sentences of small briefings rest on."""


def resting_on(key: str, *references: str) -> Brief:
    brief = a_brief(key, key.title(), "First.", "Second.")
    return brief.model_copy(update={"claims": (Claim(text="First.", rests_on=references), *brief.claims[1:])})


def test_a_library_says_nothing_of_itself() -> None:
    library = a_library(a_brief("one", "One"))
    assert list(retold(library, library)) == []
    assert receipts_changed(library, library) == {}


def test_a_change_is_told_word_by_word_where_it_stands() -> None:
    old = a_brief("one", "Why did it stop?", "First.", "Second.")
    new = old.model_copy(update={"title": "Why did it go?"})
    assert list(retold(a_library(old), a_library(new))) == [
        "brief one:",
        "  title: Why did it [\N{MINUS SIGN}stop] [+go] ?",
    ]


def test_what_is_new_gone_or_moved_is_told_as_that() -> None:
    old = a_brief("one", "One", "First.", "Second.")
    new = old.model_copy(update={"claims": old.claims[::-1]})
    told = list(retold(a_library(old, a_term("word", "Word")), a_library(new, a_brief("two", "Two"))))
    assert told == ["+ brief two", "\N{MINUS SIGN} term word", "brief one:", "  claims: in another order"]


def test_a_narration_is_corrected_in_the_briefings_that_rest_on_it_and_a_quotation_in_itself() -> None:
    library = a_library(PAPER, QUOTATION, NARRATION, X, resting_on("one", "q"), resting_on("two", "n"))
    other = QUOTATION.model_copy(update={"speaker": "She"})
    changed = replace(library, evidence={**library.evidence, "q": other})
    assert answers_changed(library, changed) == ["quotation:q"]
    assert set(receipts_changed(library, changed)) == {"quotation:q", "brief:one"}
    noted = NARRATION.model_copy(update={"flags": ("distressing",)})
    assert answers_changed(library, replace(library, evidence={**library.evidence, "n": noted})) == ["brief:two"]


def test_what_is_gone_has_no_receipt_now() -> None:
    old, new = a_library(a_brief("one", "One"), a_term("word", "Word")), a_library(a_brief("one", "One"))
    ((item, (was, now)),) = receipts_changed(old, new).items()
    assert (item, now) == ("term:word", None)
    assert was.startswith("word@")


def test_every_kind_is_corrected_where_it_is_answered() -> None:
    treaty, note, person = an_instrument("law", "Law", an_article("1")), a_note("n"), a_person("ann", "Ann")
    brief, event = resting_on("one", "note:n"), an_event("may", "It stopped.", "n", topics=("one",))
    old = a_library(PAPER, NARRATION, X, treaty, note, person, brief, event)
    changed = {
        "instruments": {"law": treaty.model_copy(update={"articles": (an_article("1", "Nobody has."),)})},
        "notes": {"n": note.model_copy(update={"text": "Something else."})},
        "events": {"may": event.model_copy(update={"text": "It went."})},
        "people": {"ann": person.model_copy(update={"role": "keeper"})},
    }
    answers = {part: answers_changed(old, replace(old, **{part: items})) for part, items in changed.items()}
    assert answers == {
        "instruments": ["instrument:law", "article:law-1"],
        "notes": ["brief:one"],
        "events": ["timeline:one"],
        "people": ["person:ann"],
    }


def test_an_entry_that_is_added_or_taken_out_is_told_whole() -> None:
    old = resting_on("one", "x")
    new = old.model_copy(update={"aliases": ("first", "second")})
    told = {line.strip() for line in retold(a_library(old), a_library(new))}
    assert {"aliases.1: [+first]", "aliases.2: [+second]"} <= told
    told = {line.strip() for line in retold(a_library(new), a_library(old))}
    assert {"aliases.1: [\N{MINUS SIGN}first]", "aliases.2: [\N{MINUS SIGN}second]"} <= told
