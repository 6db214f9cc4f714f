"""Answers that are kept ready are those that would be made anew, and go with what they are made of."""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from bot.cards.address import Address
from bot.cards.routes import every_address
from bot.chat import ahead, ready
from bot.chat.ahead import Ahead
from bot.chat.payload import Payload
from bot.chat.ready import CardForm, Ready, ready_card
from bot.content.moderation import Moderation
from bot.domain.date import PartialDate
from bot.snapshot import Snapshot
from bot.words.catalogue import Catalogue
from tests import shipped

CATALOGUE = Catalogue.load()
TODAY = PartialDate(2026, 11, 27)
SUPPORT = (("en", "Talk to us in help-desk."),)
SAMPLE = 120


@pytest.fixture
def snapshot() -> Snapshot:
    return replace(shipped.snapshot())


def neighbours(form: CardForm, hidden: str) -> Iterator[CardForm]:
    """The form, and all that differ from it in one thing."""
    yield form
    yield form._replace(locale="ko" if form.locale != "ko" else "zh-TW")
    yield form._replace(today=PartialDate(2031, 1, 1))
    yield form._replace(hidden=() if form.hidden else (hidden,))
    yield form._replace(hide="spoiler" if form.hide == "button" else "button")
    yield form._replace(support=() if form.support else SUPPORT)
    yield form._replace(may_post=not form.may_post)
    yield form._replace(may_report=not form.may_report)
    yield form._replace(note="" if form.note else "said.not-public")
    yield form._replace(searched=not form.searched)
    yield form._replace(address=replace(form.address, page=form.address.page + 1))
    yield form._replace(address=replace(form.address, opened=not form.address.opened))


def forms(snapshot: Snapshot, chance: random.Random) -> Iterator[CardForm]:
    addresses = [address for _, address in every_address(snapshot.library)]
    for address in chance.sample(addresses, SAMPLE):
        yield CardForm(
            address,
            chance.choice(["en-US", "en-GB", "ko", "zh-TW"]),
            TODAY,
            chance.choice([(), ("us-position",)]),
            chance.choice(["button", "spoiler"]),
            chance.choice([(), SUPPORT]),
            may_post=chance.random() < 0.5,
            may_report=chance.random() < 0.5,
            note=chance.choice(["", "said.not-public"]),
            searched=chance.random() < 0.5,
        )


async def test_what_is_kept_is_what_would_be_made_anew(snapshot: Snapshot) -> None:
    chance = random.Random(20261127)  # noqa: S311 - a sample, no secret
    differing = 0
    for form in forms(snapshot, chance):
        near = list(neighbours(form, "non-refoulement"))
        first = [ready_card(snapshot, CATALOGUE, one, Ahead()) for one in near]
        again = [ready_card(snapshot, CATALOGUE, one, Ahead()) for one in near]
        pages = [ready.private(snapshot, CATALOGUE, one) for one in near]
        anew = [page and Payload.of(page) for page in pages]
        assert first == again == anew
        differing += len({payload.content for payload in anew if payload}) > 1
    assert differing > SAMPLE / 2


async def test_a_snapshot_that_differs_in_anything_has_nothing_ready(snapshot: Snapshot) -> None:
    drawn = replace(snapshot, charts=dict.fromkeys(snapshot.library.figures, b"a picture"))
    pictured = 0
    for figure, page in product(snapshot.library.figures, (1, 2)):
        form = CardForm(Address("figure", figure, page=page), "en-US", TODAY, (), "button", (), True, False)
        before, after = ready_card(snapshot, CATALOGUE, form, Ahead()), ready_card(drawn, CATALOGUE, form, Ahead())
        assert before is not None
        assert after is not None
        assert not before.enclosed
        assert ready_card(snapshot, CATALOGUE, form, Ahead()) is before
        pictured += len(after.enclosed)
    assert pictured
    for other in (replace(snapshot, uploaded={}), replace(snapshot, moderation=Moderation(contact="a@b.example"))):
        assert not len(Ready.of(other).cards)


async def test_a_card_that_is_gone_is_not_kept(snapshot: Snapshot) -> None:
    gone = CardForm(Address("brief", "no-such"), "en-US", TODAY, (), "button", (), True, False)
    assert ready_card(snapshot, CATALOGUE, gone, Ahead()) is None
    assert gone not in Ready.of(snapshot).cards


async def test_no_more_is_kept_than_the_bound_allows(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "MOST", 20)
    monkeypatch.setattr(ready, "MOST_BYTES", 30_000)
    kept = Ready.of(snapshot).cards
    for form in forms(snapshot, random.Random(1)):  # noqa: S311 - a sample, no secret
        ready_card(snapshot, CATALOGUE, form, Ahead())
        assert len(kept) <= 20
        assert kept.weight <= 30_000
    assert len(kept) > 1


async def all_done(doing: Ahead) -> None:
    last = asyncio.Event()
    doing.add([last.set])
    await last.wait()


async def test_where_a_card_leads_is_ready_a_moment_after_it_was_shown(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "APART", 0.0)
    form = CardForm(Address("brief", "non-refoulement"), "ko", TODAY, (), "button", (), True, True, searched=True)
    page, kept, doing = ready.private(snapshot, CATALOGUE, form), Ready.of(snapshot).cards, Ahead()
    assert page is not None
    ready_card(snapshot, CATALOGUE, form, doing)
    assert [each for each, _ in kept.items()] == [form]
    await all_done(doing)
    pressed = [form._replace(address=address, searched=False) for address in page.ways]
    assert {each for each, _ in kept.items()} == {form, *pressed}, "and not yet where those lead"
    for each in pressed:
        ready_card(snapshot, CATALOGUE, each, doing)
    await all_done(doing)
    assert len(kept) > 1 + len(pressed)
