"""A library without some of its briefings: what is left is what it was, and leads to none of them."""

from bot.cards.address import Action, parse
from bot.cards.card import Card, Choice, Menu, Press, Section
from bot.cards.kinds import KINDS
from bot.cards.options import Options
from bot.cards.routes import card_at, every_address
from bot.domain.hidden import OF_BRIEFS, without
from bot.domain.library import Library
from bot.domain.search import Finder
from bot.words.catalogue import Catalogue

HIDDEN = frozenset({"non-refoulement", "numbers", "nine-laos-2013"})


def briefings(card: Card | None) -> set[str]:
    """The briefings to which something leads that can be pressed or chosen on a card."""
    if card is None:
        return set()
    menus = [block for block in (*card.blocks, card.more) if isinstance(block, Menu)]
    pressed = [*card.actions, *(block.button for block in card.blocks if isinstance(block, Section))]
    choices: list[Choice] = [choice for menu in menus for choice in menu.choices]
    ways = [parse(str(one.leads_to)) for one in (*choices, *pressed) if isinstance(one, Choice | Press)]
    cards = [one.card if isinstance(one, Action) else one for one in ways if one is not None]
    return {one.id for one in cards if one.kind in OF_BRIEFS}


def test_no_card_of_it_leads_to_a_hidden_briefing(shipped: Library, finder: Finder) -> None:
    shown, options = without(shipped, HIDDEN, finder), Options(Catalogue.load().words("en"))
    was_led_to = 0
    for _, address in every_address(shipped):
        before, card = card_at(shipped, address, options), card_at(shown, address, options)
        hidden = address.kind in OF_BRIEFS and address.id in HIDDEN
        assert (card is None) is hidden or (address.kind == "topics" and card is None), str(address)
        was_led_to += bool(briefings(before) & HIDDEN)
        assert not briefings(card) & HIDDEN, str(address)
    assert was_led_to > len(HIDDEN)


def test_what_is_left_has_the_receipts_that_it_had_and_the_digest_of_the_whole(
    shipped: Library, finder: Finder
) -> None:
    shown = without(shipped, HIDDEN, finder)
    for kind in KINDS.values():
        for key in kind.items(shown):
            assert kind.receipt(shown, key) == kind.receipt(shipped, key), (kind.name, key)
    assert shown.digest == shipped.digest
    assert shipped.briefs.keys() - shown.briefs.keys() == HIDDEN


def test_the_same_is_made_once_and_nothing_hidden_is_the_library_itself(shipped: Library, finder: Finder) -> None:
    assert without(shipped, HIDDEN, finder) is without(shipped, frozenset(HIDDEN), finder)
    assert without(shipped, frozenset(), finder) is shipped


def test_nothing_hidden_is_found_suggested_or_near(shipped: Library, finder: Finder) -> None:
    shown = finder.without(HIDDEN)
    found = 0
    for key in HIDDEN:
        brief = shipped.briefs[key]
        for asked in (brief.title, key, *brief.aliases, brief.title[: len(brief.title) // 2]):
            for before, hits in (
                (finder.search(asked).results, shown.search(asked).results),
                (finder.suggest(asked), shown.suggest(asked)),
                (finder.complete(asked, kinds={"brief"}), shown.complete(asked, kinds={"brief"})),
            ):
                found += any(hit.kind == "brief" and hit.id == key for hit in before)
                assert not [hit for hit in hits if hit.kind == "brief" and hit.id in HIDDEN], asked
    assert found > 3 * len(HIDDEN)
    for boundary in shipped.boundaries.values():
        assert not HIDDEN & {hit.id for hit in shown.search(boundary.name).results if hit.kind == "brief"}


def test_no_example_question_leads_to_a_hidden_briefing(shipped: Library, finder: Finder) -> None:
    shown = without(shipped, HIDDEN, finder)
    before, after = shipped.introductions["en"].questions, shown.introductions["en"].questions
    assert set(before) - set(after) == {"What is non-refoulement?"}
    every = without(shipped, frozenset(shipped.briefs), finder).introductions["en"]
    assert every.questions == ()
    assert every.subject == shipped.introductions["en"].subject
