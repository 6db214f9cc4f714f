"""Component trees of messages and modals that were accepted."""

from collections.abc import Iterable, Iterator

from discord_sandbox.records.payload import Payload


def walk(components: Iterable[Payload]) -> Iterator[Payload]:
    """Every component, in reading order, each before what it contains."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        yield from walk(component[name] for name in ("accessory", "component") if component.get(name))


def number(components: list[Payload]) -> None:
    """Give every component without an id the lowest free one, as Discord does."""
    taken = {component["id"] for component in walk(components) if component.get("id")}
    free = (candidate for candidate in range(1, len(taken) + 1000) if candidate not in taken)
    for component in walk(components):
        if not component.get("id"):
            component["id"] = next(free)
