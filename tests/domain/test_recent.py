"""What is kept within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.recent import Recent

MOST, HEAVIEST = 4, 20

uses = st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=24)), max_size=60)


@given(uses)
def test_neither_number_nor_weight_ever_passes_its_bound(uses: list[tuple[int, bytes]]) -> None:
    kept = Recent[int, bytes](most=MOST, heaviest=HEAVIEST, weight=len)
    for key, value in uses:
        kept.put(key, value)
        values = [kept.get(one) for one in range(10) if one in kept]
        assert len(values) == len(kept) <= MOST
        assert sum(len(each or b"") for each in values) == kept.weight <= HEAVIEST


def test_without_a_weight_only_the_number_counts() -> None:
    kept = Recent[int, bytes](most=MOST)
    for number in range(9):
        kept.put(number, bytes(1_000_000))
    assert [key for key, _ in kept.items()] == [5, 6, 7, 8]


def test_what_is_kept_is_made_once_and_again_when_it_is_kept_no_more() -> None:
    kept, made = Recent[str, str](most=1), list[str]()

    def of(key: str) -> str:
        return kept.once(key, lambda: made.append(key) or key.upper())

    assert [of("a"), of("a"), of("b"), of("a")] == ["A", "A", "B", "A"]
    assert made == ["a", "b", "a"]


def test_what_was_used_longest_ago_makes_room() -> None:
    kept = Recent[str, bytes](most=2, heaviest=HEAVIEST, weight=len)
    kept.put("a", b"1")
    kept.put("b", b"2")
    assert kept.get("a") == b"1"
    kept.put("c", b"3")
    assert ("a" in kept, "b" in kept, "c" in kept) == (True, False, True)
