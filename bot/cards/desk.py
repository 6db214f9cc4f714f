"""What the moderators' desk is told: what is in force, what a reload brought, what stands in its way."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.cards.address import Address
from bot.cards.card import Block, Card, Text
from bot.cards.escape import escape_line
from bot.domain import receipts
from bot.domain.changes import Changes
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.policy import Setting
from bot.domain.problem import Problem, Section
from bot.words.catalogue import Words

_SCOPE_KEYS = {
    "shipped": "desk.scope-shipped",
    "file": "desk.scope-file",
    "server": "desk.scope-server",
    "channel": "desk.scope-channel",
}
_SECTION_KEYS: dict[Section, str] = {
    "brief": "section.brief",
    "boundary": "section.boundary",
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


def status_card(  # noqa: PLR0913 - each is a line of the card
    library: Library,
    words: Words,
    *,
    loaded: datetime,
    warnings: Sequence[Problem],
    settings: Sequence[Setting],
    reports_refused: bool,
    version: str,
    uptime: timedelta,
) -> Card:
    """The library and its warnings, the settings in force where it is asked and why, version and time running."""
    day = PartialDate(loaded.year, loaded.month, loaded.day)
    hours, minutes = divmod(int(uptime.total_seconds()) // 60, 60)
    running = f"{words.count('desk.hours', hours)} {words.count('desk.minutes', minutes)}"
    blocks: list[Block] = [
        Text(
            "\n".join(
                (
                    words("desk.library", receipt=f"`{receipts.of_library(library)}`", digest=f"`{library.digest}`"),
                    words("desk.loaded", date=words.date(day), time=f"{loaded:%H:%M}"),
                    words("desk.version", version=version, running=running),
                )
            )
        ),
        *((Text(words("desk.reports-refused")),) if reports_refused else ()),
        Text("\n".join([f"**{words('desk.settings')}**", *(_setting(setting, words) for setting in settings)])),
    ]
    heading = words.count("desk.warnings", len(warnings)) if warnings else words("desk.no-warnings")
    blocks.append(Text("\n".join([f"**{heading}**", *(f"- {_problem(warning)}" for warning in warnings)])))
    return Card(words("desk.status-title"), tuple(blocks))


def reloaded_card(changes: Changes, library: Library, words: Words, *, moderation: Sequence[str]) -> Card:
    """What is new, gone or different, in the library and by key in the moderators' file, and the digest in force."""
    lines = [*_counted(changes.added, "+", words), *_counted(changes.removed, "\N{MINUS SIGN}", words)]
    summary = ", ".join(lines) or (words("desk.none-added") if changes else words("desk.nothing-changed"))
    details = [f"- {_changed(change.section, change.id, change.fields, words)}" for change in changes.changed]
    details += [f"- {words('desk.added', what=_named(section, key, words))}" for section, key in changes.added]
    details += [f"- {words('desk.removed', what=_named(section, key, words))}" for section, key in changes.removed]
    told = words("desk.moderation-changed", keys=keys_of(moderation)) if moderation else words("desk.moderation-same")
    blocks: list[Block] = [Text(f"{summary}\n{told}"), *((Text("\n".join(details)),) if details else ())]
    return Card(
        words("desk.reloaded-title"), tuple(blocks), footer=(f"`{receipts.of_library(library)}`", f"`{library.digest}`")
    )


def keys_of(keys: Sequence[str]) -> str:
    """Keys as they are written in the file."""
    return ", ".join(f"`{key}`" for key in keys)


def problems_card(problems: Sequence[Problem], words: Words, address: Address | None = None) -> Card:
    """Why nothing was reloaded: every problem by file and line, and that everything old is still in force."""
    lines = [f"- {_problem(problem)}" for problem in problems]
    title = words.count("desk.problems-title", len(problems))
    return Card(title, (Text(words("desk.problems")), Text("\n".join(lines))), address)


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


def _setting(setting: Setting, words: Words) -> str:
    scope = words(_SCOPE_KEYS[setting.scope], where=escape_line(setting.where))
    return f"- `{setting.name}`: {escape_line(setting.value)} *({scope})*"


def _problem(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}".replace("`", "'")
    follows = f" (+{problem.follows})" if problem.follows else ""
    code = f"{problem.code} " if problem.code else ""
    return f"`{where}` {code}{escape_line(problem.what)}; {escape_line(problem.mend)}{follows}"
