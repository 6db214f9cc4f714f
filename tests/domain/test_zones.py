from bot.domain.schedule import Schedule
from bot.domain.zones import OFFERED, zone_named, zones, zones_like
from bot.words.catalogue import Catalogue

ENGLISH, KOREAN = (Catalogue.load().words(language) for language in ("en", "ko"))


def test_a_zone_is_known_by_its_name_or_its_city_in_whatever_case() -> None:
    assert zone_named("asia/seoul") == zone_named(" Seoul ") == "Asia/Seoul"
    assert zone_named("new york") == "America/New_York"
    assert zone_named("utc") == "UTC"
    assert zone_named("Etc/GMT+5") == "Etc/GMT+5"


def test_an_abbreviation_or_nothing_is_no_zone() -> None:
    assert zone_named("KST") is None
    assert zone_named("") is None


def test_what_the_clock_of_this_machine_shows_is_no_zone() -> None:
    assert not {"localtime", "posixrules", "Factory"} & zones()
    assert zone_named("localtime") is None


def test_what_begins_with_what_was_typed_goes_before_what_holds_it() -> None:
    found = list(zones_like("par", ENGLISH.city))
    assert "Europe/Paris" in found
    assert next(iter(zones_like("서울", KOREAN.city))) == "Asia/Seoul"


def test_before_anything_is_typed_those_in_use_come_first() -> None:
    assert list(zones_like("", ENGLISH.city, first=["Asia/Tokyo"]))[:2] == ["Asia/Tokyo", OFFERED[0]]


def test_all_that_is_offered_can_be_kept() -> None:
    assert set(OFFERED) <= zones()
    for zone in OFFERED:
        Schedule.model_validate({"brief": "one", "days": "all", "time": "9:00", "zone": zone, "channel": "1"})
