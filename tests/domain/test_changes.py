from dataclasses import replace

from bot.domain.changes import Changed, changes
from bot.domain.model import Claim
from tests.builders import a_brief, a_library, a_term, a_wording, an_article, an_instrument


def test_a_library_does_not_differ_from_itself() -> None:
    library = a_library(a_brief("one", "One"))
    assert not changes(library, a_library(a_brief("one", "One")))


def test_what_is_new_and_what_is_gone_is_told_with_its_section() -> None:
    found = changes(a_library(a_brief("one", "One")), a_library(a_brief("two", "Two"), a_term("word", "Word")))
    assert found
    assert found.added == (("brief", "two"), ("term", "word"))
    assert found.removed == (("brief", "one"),)
    assert found.changed == ()


def test_the_fields_that_differ_are_counted_by_their_entries() -> None:
    old = a_brief("one", "One", "First.", "Second.", "Third.")
    claims = (old.claims[0], Claim(text="Another.", rests_on=("x",)), old.claims[2])
    new = old.model_copy(update={"claims": claims, "title": "Uno"})
    found = changes(a_library(old), a_library(new))
    assert found.changed == (Changed("brief", "one", (("title", 1), ("claims", 1))),)


def test_another_order_of_the_same_entries_is_one_change() -> None:
    old = a_brief("one", "One", "First.", "Second.")
    new = old.model_copy(update={"claims": old.claims[::-1]})
    assert changes(a_library(old), a_library(new)).changed == (Changed("brief", "one", (("claims", 1),)),)


def test_the_wording_is_compared_too() -> None:
    old = a_library()
    new = replace(old, wording=a_wording(loaded=("scandalous",)))
    assert [change.section for change in changes(old, new).changed] == ["wording"]


def test_how_people_ask_for_an_item_is_a_change_of_it() -> None:
    old = replace(
        a_library(a_brief("one", "One"), an_instrument("pact", "Pact", an_article("1", "Text."))),
        asked={("brief", "one"): ("a", "b")},
    )
    new = replace(old, asked={("brief", "one"): ("a", "c"), ("article", "pact-1"): ("d", "e")})
    assert changes(old, new).changed == (
        Changed("brief", "one", (("asked", 1),)),
        Changed("instrument", "pact", (("asked", 2),)),
    )
