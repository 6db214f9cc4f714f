import re

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import LIMIT, Address

slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda slug: len(slug) <= 60)
kinds = st.sampled_from(["brief", "quotation", "article", "instrument", "document", "timeline", "topics"])
views = st.sampled_from(["card", "short", "context", "wording", "post", "report", "reply", "remove"])
addresses = st.builds(
    Address, kind=kinds, id=st.just("") | slugs, view=views, page=st.integers(1, 999), extra=st.just("") | views
)


@given(addresses)
def test_an_address_survives_its_custom_id(address: Address) -> None:
    assert Address.parse(str(address)) == address
    assert len(str(address)) <= LIMIT


@given(st.text())
def test_a_custom_id_of_anybody_elses_is_no_address(custom_id: str) -> None:
    assert Address.parse(custom_id) is None


@given(st.from_regex(r"v1:[a-z]*:[^:]*:[^:]*:[0-9]*(:.*)?", fullmatch=True))
def test_what_looks_like_an_address_is_read_or_refused_but_never_fails(custom_id: str) -> None:
    address = Address.parse(custom_id)
    assert address is None or Address.parse(str(address)) == address


@given(addresses, st.integers(2, 99) | st.just(0))
def test_another_version_means_nothing(address: Address, version: int) -> None:
    assert Address.parse(re.sub(r"^v1", f"v{version}", str(address))) is None


@given(addresses, st.integers(1, 999))
def test_another_page_and_another_view_are_of_the_same_item(address: Address, page: int) -> None:
    assert address.on_page(page).on_page(address.page) == address
    assert address.shown_as("sources") == Address(address.kind, address.id, "sources")
