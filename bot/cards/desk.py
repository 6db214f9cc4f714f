"""What the moderators' desk is told: what is in force, what a reload brought, what stands in its way."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cards.card import Block, Card, Text
from bot.cards.escape import escape_line
from bot.cards.problems import problem_blocks
from bot.domain import receipts
from bot.domain.changes import Changes
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.policy import Scope, Setting
from bot.domain.problem import Problem, Section
from bot.words.catalogue import Words

SHORT = 12
"""Digits of a digest: enough to compare two by eye."""

_SCOPE_KEYS: dict[Scope, str] = {
    "channel": "desk.scope-channel",
    "server": "desk.scope-server",
    "file": "desk.scope-file",
    "shipped": "desk.scope-shipped",
}
_AMISS_KEYS = {
    "missing": "desk.amiss-missing",
    "hidden": "desk.amiss-hidden",
    "elsewhere": "desk.amiss-elsewhere",
}
_WITH_IDS = ("_channel", "_roles", "_server")
"""How the keys end whose values are ids."""

_SECTION_KEYS: dict[Section, str] = {
    "brief": "section.brief",
    "boundary": "section.boundary",
    "correction": "section.correction",
    "document": "section.document",
    "event": "section.event",
    "evidence": "section.evidence",
    "figure": "section.figure",
    "instrument": "section.instrument",
    "introduction": "section.introduction",
    "note": "section.note",
    "person": "section.person",
    "term": "section.term",
    "wording": "section.wording",
}

_NAME_KEYS: dict[Section, str] = {
    "brief": "section-name.brief",
    "boundary": "section-name.boundary",
    "correction": "section-name.correction",
    "document": "section-name.document",
    "event": "section-name.event",
    "evidence": "section-name.evidence",
    "figure": "section-name.figure",
    "instrument": "section-name.instrument",
    "introduction": "section-name.introduction",
    "note": "section-name.note",
    "person": "section-name.person",
    "term": "section-name.term",
    "wording": "section-name.wording",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What holds in one place, and what is wrong there."""

    server: str
    channel: str
    loaded: datetime
    version: str
    uptime: timedelta
    settings: Sequence[Setting]
    settings_digest: str
    from_discord: bool
    """Whether the server's own settings were given with `/desk settings`."""
    set_aside: bool
    """Whether some that were given can be used no more."""
    unread: bool
    """Whether what was given could not be read."""
    amiss: Sequence[tuple[str, str, str]]
    """Channels that are named and not as they should be: the key, the id, and `missing`, `hidden` or `elsewhere`."""
    reports_refused: bool
    unsent: Sequence[str]
    """Lines on what was to be posted unasked and did not come."""
    warnings: Sequence[Problem]
    paths: bool
    """Whether the asker may see in which files they are."""


def status_card(library: Library, status: Status, words: Words) -> Card:
    """The library, this place with its ids, what is wrong, every setting with where it comes from, the warnings."""
    day = PartialDate(status.loaded.year, status.loaded.month, status.loaded.day)
    hours, minutes = divmod(int(status.uptime.total_seconds()) // 60, 60)
    running = f"{words.count('desk.hours', hours)} {words.count('desk.minutes', minutes)}"
    origin = words("desk.from-discord" if status.from_discord else "desk.from-host")
    lines = (
        words(
            "desk.library",
            receipt=f"`{receipts.of_library(library)}`",
            digest=f"`{library.digest[:SHORT]}`",
            settings=f"`{status.settings_digest[:SHORT]}`",
        ),
        words("desk.loaded", date=words.date(day), time=f"{status.loaded:%H:%M}"),
        words("desk.version", version=status.version, running=running),
        words("desk.ids", server=f"`{status.server}`", channel=f"`{status.channel}`"),
        origin,
    )
    blocks: list[Block] = [Text("\n".join(lines))]
    if status.set_aside:
        blocks.append(Text(words("desk.set-aside")))
    if status.unread:
        blocks.append(Text(words("desk.unread")))
    if status.reports_refused:
        blocks.append(Text(words("desk.reports-refused")))
    if status.amiss:
        blocks.append(Text(amiss_text(status.amiss, words)))
    if status.unsent:
        blocks.append(Text("\n".join([words("desk.unsent"), *status.unsent])))
    blocks += _settings(status.settings, words)
    heading = words.count("desk.warnings", len(status.warnings)) if status.warnings else words("desk.no-warnings")
    blocks.append(Text(f"**{heading}**"))
    if status.warnings:
        blocks += problem_blocks(status.warnings, words, paths=status.paths)
    return Card(words("desk.status-title"), tuple(blocks))


def amiss_text(amiss: Sequence[tuple[str, str, str]], words: Words) -> str:
    """Channels that are named and not as they should be, with what is wrong."""
    lines = (f"- `{key}`: `{channel}` {words(_AMISS_KEYS[why])}" for key, channel, why in amiss)
    return "\n".join([words("desk.amiss"), *lines])


def _settings(settings: Sequence[Setting], words: Words) -> Iterator[Text]:
    """Every setting below the place that decides it, the narrowest place first; what is as shipped in few lines."""
    for scope, key in _SCOPE_KEYS.items():
        there = [setting for setting in settings if setting.scope == scope]
        if there and scope == "shipped":
            told = " · ".join(f"`{setting.name}`: {_value(setting)}" for setting in there)
            yield Text(f"**{words(key)}**\n{told}")
        elif there:
            lines = [f"- `{setting.name}`: {_value(setting)}" for setting in there]
            yield Text("\n".join([f"**{words(key)}**", *lines]))


def _value(setting: Setting) -> str:
    """A value, to be copied where it is an id or several."""
    parts = setting.value.split(", ")
    if all(part.isdecimal() for part in parts) and setting.name.endswith(_WITH_IDS):
        return ", ".join(f"`{part}`" for part in parts)
    return escape_line(setting.value)


def reloaded_card(
    changes: Changes,
    library: Library,
    words: Words,
    *,
    moderation: Sequence[str],
    warnings: Sequence[str] = (),
) -> Card:
    """What is new, gone or different, in the library and by key in the moderators' file, and the digest in force."""
    lines = [*_counted(changes.added, "+", words), *_counted(changes.removed, "\N{MINUS SIGN}", words)]
    summary = ", ".join(lines) or (words("desk.none-added") if changes else words("desk.nothing-changed"))
    details = [f"- {_changed(change.section, change.id, change.fields, words)}" for change in changes.changed]
    details += [f"- {words('desk.added', what=_named(section, key, words))}" for section, key in changes.added]
    details += [f"- {words('desk.removed', what=_named(section, key, words))}" for section, key in changes.removed]
    told = words("desk.moderation-changed", keys=keys_of(moderation)) if moderation else words("desk.moderation-same")
    blocks: list[Block] = [Text(f"{summary}\n{told}"), *((Text("\n".join(details)),) if details else ())]
    return Card(
        words("desk.reloaded-title"),
        (*blocks, *map(Text, warnings)),
        footer=(f"`{receipts.of_library(library)}`", f"`{library.digest[:SHORT]}`"),
    )


def keys_of(keys: Sequence[str]) -> str:
    """Keys as they are written in the file."""
    return ", ".join(f"`{key}`" for key in keys)


def problems_card(problems: Sequence[Problem], words: Words) -> Card:
    """Why nothing was reloaded: every problem by file and line, and that everything old is still in force."""
    title = words.count("desk.problems-title", len(problems))
    return Card(title, (Text(words("desk.problems")), *problem_blocks(problems, words)))


def _counted(items: Sequence[tuple[Section, str]], sign: str, words: Words) -> Iterator[str]:
    counted: Counter[Section] = Counter(section for section, _ in items)
    for section, number in counted.items():
        yield f"{sign}{words.count(_SECTION_KEYS[section], number)}"


def _changed(section: Section, key: str, fields: Sequence[tuple[str, int]], words: Words) -> str:
    """The item and the keys of it that differ, as they are written in its file, with how many entries."""
    keys = ", ".join(f"`{name}`{f' ({number})' if number > 1 else ''}" for name, number in fields)
    return words("desk.changed", what=_named(section, key, words), keys=keys)


def _named(section: Section, key: str, words: Words) -> str:
    return f"`{key}` ({words(_NAME_KEYS[section])})"
