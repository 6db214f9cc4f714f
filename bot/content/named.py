"""What moderators name in their settings: channels and briefings, each with the way to where it is named."""

from collections.abc import Collection, Iterator

from rapidfuzz import process

from bot.content.codes import moderation as codes
from bot.content.moderation import Moderation, ServerRules
from bot.content.yamlfile import Way, YamlFile
from bot.domain.problem import Problem

CHANNEL_KEYS = ("reports_channel", "corrections_channel")


def channels_in(rules: ServerRules) -> Iterator[tuple[Way, str]]:
    """Every channel that a server's rules name, in the order of the keys; one may come twice."""
    for key in CHANNEL_KEYS:
        channel: str | None = getattr(rules, key)
        if channel is not None:
            yield (key,), channel
    yield from ((("schedules", name, "channel"), each.channel) for name, each in (rules.schedules or {}).items())
    yield from ((("channels", channel), channel) for channel in rules.channels or {})


def key_at(way: Way) -> str:
    """The key at which something is named, without ids: `schedules.every-monday.channel`."""
    return ".".join("…" if step.isdecimal() else step for step in map(str, way))


def unknown_briefs(
    file: YamlFile, rules: ServerRules | Moderation, briefs: Collection[str], *, warning: bool, way: Way = ()
) -> Iterator[Problem]:
    """What the library does not have of the briefings that rules name, those of servers too; `way` leads to them.

    In a file that is in force it is a warning: briefings go, and the bot is to start all the same.
    """
    for place, key in _briefs_in(rules):
        if key not in briefs:
            nearest, *_ = process.extractOne(key, list(briefs)) or ("",)
            mend = f"did you mean '{nearest}'?" if nearest else "remove it"
            line = file.line((*way, *place))
            what = f"the library has no briefing '{key}'"
            yield Problem(file.path, line, what, mend, warning=warning, code=codes.UNKNOWN_BRIEF.code)
    if isinstance(rules, Moderation):
        for server, part in (rules.servers or {}).items():
            yield from unknown_briefs(file, part, briefs, warning=warning, way=("servers", server))


def _briefs_in(rules: ServerRules | Moderation) -> Iterator[tuple[Way, str]]:
    yield from ((("hidden", number), key) for number, key in enumerate(rules.hidden or ()))
    if isinstance(rules, ServerRules):
        for name, schedule in (rules.schedules or {}).items():
            if schedule.brief is not None:
                yield ("schedules", name, "brief"), schedule.brief
            yield from (
                (("schedules", name, "rotate", number), key) for number, key in enumerate(schedule.rotate or ())
            )
