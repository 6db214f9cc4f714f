"""The table of kinds, held against the shipped library."""

from bot.cards.address import Address
from bot.cards.kinds import KINDS, LISTINGS, command_of, is_known, reportable, shareable, title_of
from bot.domain.library import Library
from bot.domain.policy import COMMANDS
from bot.words.catalogue import Words


def test_every_item_has_a_title_a_receipt_and_a_place_where_it_is_written(library: Library) -> None:
    for kind in KINDS.values():
        for key in kind.items(library):
            assert title_of(library, kind.name, key)
            assert kind.receipt(library, key).startswith(f"{kind.named_after}{key}@")
            assert kind.written(library, key).id
            assert is_known(library, kind.name, key)
        assert not is_known(library, kind.name, "no-such-item")


def test_every_kind_and_list_is_counted_with_a_command_there_is(english: Words) -> None:
    for name in (*KINDS, *LISTINGS):
        assert command_of(name) in COMMANDS
    assert command_of("nothing") is None
    assert all(kind.word in english.keys for kind in KINDS.values())


def test_lists_and_boundaries_are_for_the_asker_alone() -> None:
    for address in (Address("topics"), Address("quotes", "x"), Address("timeline"), Address("boundary", "x")):
        assert not shareable(address)
    assert reportable(Address("boundary", "x"))
    assert not reportable(Address("topics"))


def test_distressing_words_are_not_in_the_title_of_a_quotation(library: Library) -> None:
    assert title_of(library, "quotation", "denial") == "A Spokesman: “We returned nobody”"
    assert "beaten" not in title_of(library, "quotation", "beaten")
