"""The time zones of the IANA database, by their names and by the cities they are named after."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from zoneinfo import available_timezones

OFFERED = (
    "UTC",
    "Asia/Seoul",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Australia/Sydney",
)
"""Before anything is typed."""

_TECHNICAL = ("Etc/", "SystemV/")
_OF_THE_MACHINE = frozenset({"localtime", "posixrules", "Factory"})
"""Files beside the zones: what this machine's clock shows, and a place for none."""


@cache
def zones() -> frozenset[str]:
    """All names of the database, which are many files to look through."""
    return frozenset(available_timezones() - _OF_THE_MACHINE)


def zone_named(typed: str) -> str | None:
    """The zone of that name, in whatever case, or whose city it is alone: `seoul`; None where there is not one."""
    wanted = _folded(typed)
    for name_of in (_folded, _city):
        found = [zone for zone in _places() if name_of(zone) == wanted]
        if len(found) == 1:
            return found[0]
    return typed if typed in zones() else None


def zones_like(typed: str, city: Callable[[str], str], first: Iterable[str] = ()) -> Iterator[str]:
    """Zones for something half-typed, those first that begin with it; `city` names a zone's in another language."""
    wanted = _folded(typed)
    if not wanted:
        yield from dict.fromkeys([*first, *OFFERED])
        return
    known = {zone: (_city(zone), _folded(zone), _folded(city(zone))) for zone in _places()}
    begins = [zone for zone, names in known.items() if any(name.startswith(wanted) for name in names)]
    holds = [zone for zone, names in known.items() if any(wanted in name for name in names)]
    yield from dict.fromkeys([*begins, *holds])


@cache
def _places() -> tuple[str, ...]:
    """The names that people use: a continent and a city, and UTC."""
    return ("UTC", *sorted(zone for zone in zones() if "/" in zone and not zone.startswith(_TECHNICAL)))


def _folded(name: str) -> str:
    return name.strip().replace("_", " ").casefold()


def _city(zone: str) -> str:
    return _folded(zone.rpartition("/")[2])
