import re
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import LIMIT, Action, ActionName, Address, menu_id, parse
from bot.cards.forget import SERVER
from bot.cards.kinds import KINDS

SNOWFLAKE = 18_446_744_073_709_551_615
"""The largest id Discord can give."""

slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda slug: len(slug) <= 60)
kinds = st.sampled_from(["brief", "quotation", "article", "instrument", "document", "timeline", "topics"])
views = st.sampled_from(["card", "short", "quotes", "context", "wording"])
pages = st.integers(1, 999)
cards = st.builds(Address, kind=kinds, id=slugs, view=views, page=pages)
addresses = (
    st.builds(Address, kind=kinds, id=st.just("") | slugs, view=views, page=pages, opened=st.booleans())
    | st.builds(Address, kind=st.just("quotes"), page=pages, speaker=slugs.filter(lambda slug: slug != "shown"))
    | st.builds(Address, kind=st.just("boundary"), id=slugs, language=st.sampled_from(["", "ko", "ja", "zh"]))
)
ids = st.integers(1, SNOWFLAKE).map(str)
actions = (
    st.builds(Action, name=st.sampled_from(["post", "report", "reported", "none-of-these", "not-meant"]), card=cards)
    | st.builds(Action, name=st.just("forget"), card=st.just(SERVER))
    | st.builds(Action, name=st.just("remove"), card=st.builds(Address, kind=kinds), target=st.just("") | ids)
    | st.builds(Action, name=st.just("reply"), card=st.builds(Address, kind=kinds, id=slugs), target=st.just("") | ids)
)


@given(addresses | actions)
def test_an_address_and_an_action_survive_their_custom_ids(either: Address | Action) -> None:
    assert parse(str(either)) == either
    assert len(str(either)) <= LIMIT


@given(st.text())
def test_a_custom_id_of_anybody_elses_means_nothing(custom_id: str) -> None:
    assert parse(custom_id) is None


@given(st.from_regex(r"v1:[a-z]*:[^:]*:[^:]*:[0-9]*(:.*)?", fullmatch=True))
def test_what_looks_like_a_custom_id_is_read_or_refused_but_never_fails(custom_id: str) -> None:
    read = parse(custom_id)
    assert read is None or parse(str(read)) == read


@given(addresses | actions, st.integers(2, 99) | st.just(0))
def test_another_version_means_nothing(either: Address | Action, version: int) -> None:
    assert parse(re.sub(r"^v1", f"v{version}", str(either))) is None


@given(addresses, pages)
def test_another_page_and_another_view_are_of_the_same_item(address: Address, page: int) -> None:
    assert address.on_page(page).on_page(address.page) == address
    assert address.seen_as("sources") == Address(address.kind, address.id, "sources")


@given(addresses, st.integers(1, 99), st.integers(1, 99))
def test_menus_of_a_card_differ_by_their_number_and_lead_nowhere_themselves(of: Address, one: int, two: int) -> None:
    assert (menu_id(of, one) == menu_id(of, two)) == (one == two)
    read = parse(menu_id(of, one))
    assert isinstance(read, Address)
    assert read.view == "menu"


def test_no_view_is_called_as_an_action_is() -> None:
    for kind in KINDS.values():
        assert not set(get_args(ActionName)) & kind.views.keys()
