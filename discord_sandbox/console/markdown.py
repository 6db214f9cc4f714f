"""Discord's Markdown as HTML.

Discord's own flavour, not CommonMark: single line breaks count, `__x__` underlines, `-#` makes small print, there are
three sizes of headings and no HTML, and `||x||` hides. A rule that does not match leaves the marks as they are.
Source: Discord's help article "Markdown Text 101" and the Discord API documentation, "API Reference", section "Message
Formatting".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from discord_sandbox.console.html import NOTHING, Html, element, join

_Drawer = Callable[[re.Match[str], int], Html]
"""Draws what a rule matched; the number says how deep in other marks it stands."""

DEEPEST = 12
"""Marks within marks that are followed; what stands deeper is shown as it was typed."""

FENCE = re.compile(r"```(?:(?P<language>[\w+.#-]+)\n)?\n*(?!```)(?P<code>.+?)\n*```", re.DOTALL)
HEADING = re.compile(r"(?P<level>#{1,3}) +(?P<text>[^\n]+?)(?: +#+)? *(?:\n|\Z)")
SUBTEXT = re.compile(r"-# +(?P<text>[^\n]+)(?:\n|\Z)")
QUOTE = re.compile(r"(?:> [^\n]*(?:\n|\Z)|>(?:\n|\Z))+")
LONG_QUOTE = re.compile(r">>> (?P<text>.*)", re.DOTALL)
LIST = re.compile(r"(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|\Z)(?:  +(?![-*] |\d{1,9}\. )[^\n]+(?:\n|\Z))*)+")
LIST_LINE = re.compile(r"(?P<indent> *)(?:(?P<bullet>[-*])|(?P<number>\d{1,9})\.) +(?P<text>[^\n]*)")

ADDRESS = r"https?://[^\s<>]+"
INLINE = re.compile(
    rf"""
    \\(?P<escaped>[^0-9A-Za-z\s])
  | (?P<ticks>`+)(?P<code>.*?[^`])(?P=ticks)(?!`)
  | \|\|(?P<spoiler>.+?)\|\|
  | \*\*(?P<strong>(?:\\.|[^\\])+?)\*\*(?!\*)
  | __(?P<underline>(?:\\.|[^\\])+?)__(?!_)
  | ~~(?P<strike>.+?)~~
  | \*(?=\S)(?P<star>(?:\\.|\*\*(?:\\.|[^\\])+?\*\*|[^\\*])+?)(?<!\s)\*(?!\*)
  | (?<!\w)_(?P<low>(?:\\.|__(?:\\.|[^\\])+?__|[^\\_])+?)_(?!\w)
  | \[(?P<label>(?:\\.|\[[^\]\n]*\]|[^\[\]\\])+)\]\(<?(?P<target>https?://[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)
  | <(?P<quiet>{ADDRESS})>
  | (?P<address>https?://[^\s<>]*[^\s<>.,:;"'\])!?*_~|])
  | <t:(?P<time>-?\d{{1,13}})(?::(?P<style>[tTdDfFsSR]))?>
  | <@!?(?P<user>\d+)>
  | <@&(?P<role>\d+)>
  | <\#(?P<channel>\d+)>
  | </(?P<command>[-\w' ]{{1,100}}):(?P<command_id>\d+)>
  | <a?:(?P<emoji>\w+):\d+>
  | (?P<everyone>@(?:everyone|here))\b
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Mentioned:
    """What ids in a text stand for, and whether @everyone really pings."""

    users: Mapping[str, str] = field(default_factory=dict[str, str])
    roles: Mapping[str, str] = field(default_factory=dict[str, str])
    channels: Mapping[str, str] = field(default_factory=dict[str, str])
    everyone: bool = False


class Markdown:
    """Turns texts into HTML, with the names of those they mention."""

    def __init__(self, names: Mentioned) -> None:
        self._names = names
        self._line_rules: dict[re.Pattern[str], _Drawer] = {
            HEADING: self._heading,
            SUBTEXT: self._subtext,
            LIST: self._list,
        }
        self._quote_rules: dict[re.Pattern[str], _Drawer] = {LONG_QUOTE: self._long_quote, QUOTE: self._short_quote}
        self._inline: dict[str, _Drawer] = {
            "escaped": lambda match, _depth: join(match["escaped"]),
            "code": lambda match, _depth: element("code", {"class": "inline"}, match["code"]),
            "spoiler": self._spoiler,
            "strong": lambda match, depth: element("strong", None, self.inline(match["strong"], depth)),
            "underline": lambda match, depth: element("u", None, self.inline(match["underline"], depth)),
            "strike": lambda match, depth: element("s", None, self.inline(match["strike"], depth)),
            "star": lambda match, depth: element("em", None, self.inline(match["star"], depth)),
            "low": lambda match, depth: element("em", None, self.inline(match["low"], depth)),
            "label": self._link,
            "quiet": lambda match, _depth: link(match["quiet"], match["quiet"]),
            "address": lambda match, _depth: link(match["address"], match["address"]),
            "time": _time,
            "user": lambda match, _depth: _mention("@", self._names.users.get(match["user"], "unknown-user")),
            "role": lambda match, _depth: _mention("@", self._names.roles.get(match["role"], "unknown-role")),
            "channel": lambda match, _depth: _mention("#", self._names.channels.get(match["channel"], "unknown")),
            "command": _command,
            "emoji": lambda match, _depth: element("span", {"class": "emoji"}, f":{match['emoji']}:"),
            "everyone": self._everyone,
        }

    def block(self, text: str, depth: int = 0, *, in_quote: bool = False) -> Html:
        """A whole text: headings, lists, quotes and code blocks, with inline marks in them."""
        parts: list[Html] = []
        at, plain_from = 0, 0
        while at < len(text):
            found = self._block_at(text, at, depth, in_quote=in_quote)
            if found is None:
                next_fence = text.find("```", at + 1)
                next_line = text.find("\n", at) + 1
                candidates = [place for place in (next_fence, next_line) if place > 0]
                at = min(candidates, default=len(text))
                continue
            drawn, end = found
            parts += [self._lines(text[plain_from:at], depth), drawn]
            at = plain_from = end
        return join(*parts, self._lines(text[plain_from:], depth))

    def inline(self, text: str, depth: int = 0) -> Html:
        """A run of text: emphasis, code, links, mentions."""
        if depth > DEEPEST:
            return join(text)
        parts: list[str] = []
        at = 0
        for match in INLINE.finditer(text):
            kind = next(name for name in self._inline if match[name] is not None)
            parts += [_with_breaks(text[at : match.start()]), self._inline[kind](match, depth + 1)]
            at = match.end()
        return join(*parts, _with_breaks(text[at:]))

    def _block_at(self, text: str, at: int, depth: int, *, in_quote: bool) -> tuple[Html, int] | None:
        """The block that begins here, with its end, if one does."""
        if match := FENCE.match(text, at):
            code = element("code", {"data-language": match["language"]}, match["code"])
            return element("pre", None, code), _past_newline(text, match.end())
        at_line_start = at == 0 or text[at - 1] == "\n"
        rules = self._line_rules if in_quote or depth >= DEEPEST else {**self._line_rules, **self._quote_rules}
        for pattern, draw in rules.items() if at_line_start else ():
            if match := pattern.match(text, at):
                return draw(match, depth), match.end()
        return None

    def _heading(self, match: re.Match[str], depth: int) -> Html:
        # The page's own headings are the first two.
        level = f"h{len(match['level']) + 2}"
        return element(level, None, self.inline(match["text"], depth + 1))

    def _subtext(self, match: re.Match[str], depth: int) -> Html:
        return element("small", {"class": "subtext"}, self.inline(match["text"], depth + 1))

    def _long_quote(self, match: re.Match[str], depth: int) -> Html:
        return self._quote(match["text"], depth)

    def _short_quote(self, match: re.Match[str], depth: int) -> Html:
        lines = match[0].rstrip("\n").split("\n")
        return self._quote("\n".join(line[2:] for line in lines), depth)

    def _quote(self, text: str, depth: int) -> Html:
        return element("blockquote", None, self.block(text, depth + 1, in_quote=True))

    def _lines(self, text: str, depth: int) -> Html:
        """Text between blocks; one line break at its end is the block's own."""
        return (
            self.inline(text.removesuffix("\n"), depth) if text.strip("\n") else _with_breaks(text.removesuffix("\n"))
        )

    def _list(self, match: re.Match[str], depth: int) -> Html:
        items: list[tuple[int, str | None, str]] = []
        for line in match[0].rstrip("\n").split("\n"):
            if item := LIST_LINE.match(line):
                items.append((len(item["indent"]) // 2, item["number"], item["text"]))
            else:
                level, number, so_far = items[-1]
                items[-1] = (level, number, f"{so_far}\n{line.strip()}")
        return self._list_level(items, depth)

    def _list_level(self, items: list[tuple[int, str | None, str]], depth: int) -> Html:
        outer, number, _ = items[0]
        drawn: list[Html] = []
        at = 0
        while at < len(items):
            end = at + 1
            while end < len(items) and items[end][0] > outer:
                end += 1
            inner = self._list_level(items[at + 1 : end], depth) if end > at + 1 else NOTHING
            drawn.append(element("li", None, self.inline(items[at][2], depth + 1), inner))
            at = end
        if number is None:
            return element("ul", None, *drawn)
        return element("ol", {"start": number}, *drawn)

    def _spoiler(self, match: re.Match[str], depth: int) -> Html:
        hidden = element("span", {"aria-hidden": "true"}, self.inline(match["spoiler"], depth))
        attributes = {
            "class": "spoiler",
            "role": "button",
            "tabindex": "0",
            "aria-expanded": "false",
            "aria-label": "Spoiler: press to read",
        }
        return element("span", attributes, hidden)

    def _link(self, match: re.Match[str], depth: int) -> Html:
        # Discord shows a masked link as it was typed if its label looks like another address.
        if "://" in match["label"]:
            return join(match[0])
        return link(match["target"], self.inline(match["label"], depth))

    def _everyone(self, match: re.Match[str], _depth: int) -> Html:
        name = match["everyone"]
        return _mention("", name) if self._names.everyone else join(name)


def link(address: str, label: str) -> Html:
    """A link that opens apart from the page. An address that is not http or https is only shown."""
    if not address.startswith(("https://", "http://")):
        return join(label)
    attributes = {"href": address, "target": "_blank", "rel": "noopener noreferrer nofollow", "title": address}
    return element("a", attributes, label)


def _with_breaks(text: str) -> Html:
    breaks: list[str] = []
    for line in text.split("\n"):
        breaks += [line, element("br")]
    return join(*breaks[:-1])


def _past_newline(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == "\n" else at


def _mention(mark: str, name: str) -> Html:
    return element("span", {"class": "mention"}, f"{mark}{name}")


def _command(match: re.Match[str], _depth: int) -> Html:
    attributes = {"class": "mention", "type": "button", "data-command": match["command"]}
    return element("button", attributes, f"/{match['command']}")


def _time(match: re.Match[str], _depth: int) -> Html:
    """The moment in UTC; the page puts it into the reader's own zone and language."""
    seconds = int(match["time"])
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return join(match[0])
    attributes = {"class": "timestamp", "datetime": moment.isoformat(), "data-style": match["style"] or "f"}
    return element("time", attributes, moment.strftime("%d %B %Y %H:%M UTC"))
