"""A pasted text as it is read: without markdown, links, mentions and emoji, and with its block quotes told apart.

Of `## Look` / `> **They were sent back** 😢` / `thoughts?` the text is `They were sent back` in a block, `thoughts?`
outside it, and `Look` aside: a heading is never part of what is quoted, unless there is nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from bot.domain.text.folding import INVISIBLE
from bot.domain.verdict.heads import HEAD

_SOFT_BREAK = re.compile("\u00ad(?=[ \t]*\r?\n)")
_WIDE_GAP = re.compile(r"[^\S\n]{4,}")
_HIGH_GAP = re.compile(r"\n(?:[^\S\n]*\n){3,}")
"""White space says nothing however much there is; expressions that look for its end go over it again and again."""
_FENCE = re.compile(r"^[ \t]*```[\w+-]*[ \t]*$", re.MULTILINE)
_MASKED_LINK = re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(<?https?://[^)\s]*\)")
_LABEL = re.compile(
    r"\W*(?:link|source|src|here|this|url|article|full (?:text|article)|read more"
    r"|출처|링크|원문|来源|來源|链接|連結|原文|出典|リンク)\W*",
    re.IGNORECASE,
)
"""What a link is called that has no words of its own."""
_LINK = re.compile(r"<?https?://[^\s>]+>?")
_DISCORD = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[\w -]+:|t:)\d+(?::\w)?>")
_SHORTCODE = re.compile(r"(?<!\w):[a-z][a-z0-9_+-]{1,31}:(?!\w)")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_TAG = re.compile(r"</?(?:a|q|span|b|i|u|s|em|strong|cite|sup|sub)\b[^<>\n]{0,80}>", re.IGNORECASE)
_NOTE_MARK = re.compile(r"<sup>\W{0,2}\d{1,3}\W{0,2}</sup>", re.IGNORECASE)
_TAG_OF_A_LINE = re.compile(r"</?(?:p|br|blockquote|div|li|ul|ol|h\d)\b[^<>\n]{0,80}>", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n[ \t]*(?:-{2,}[ \t]*\n[^\n]{0,60}|(?:Sent from my|Get Outlook for) [^\n]{1,40})\s*$")
_SMILEY = re.compile(
    r"(?:^|\s)(?:[:;=8][-'o]?[)(DPpO/|\]]+|\^_*\^|<3|[(\[][!?]{1,3}[)\]]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)(?=\s|$)"
)
_EMPTY_ITEM = re.compile(r"(?:\A|\n)[ \t]*(?:\d{1,3}[.)]|[-*+\u2022])[ \t]*$")
_BLOCK_QUOTE = re.compile(r"[ \t]*>(?P<rest>>>)?(?:[ \t]*>)*[ \t]?")
_HEADING = re.compile(r"[ \t]*(?:#{1,6}|-#)[ \t]+")
_MARKS = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|\|\||(?<!\w)`+|`+(?!\w)|`{2,}"
)
_WITHIN_A_WORD = re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]+)(?<=[^\s*])\1")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
_PICTURE = (
    "[\U0001f000-\U0001faff\U0001fb00-\U0001fbff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f]"
)
_REACTIONS = re.compile(rf"(?:[ \t]{{0,3}}{_PICTURE}{{1,8}}[ \t]{{0,3}}\d{{1,4}})+[ \t]*$", re.MULTILINE)
"""Emoji below a message, with how many gave each."""
_EMOJI = re.compile(f"{_KEYCAP}|{_PICTURE}+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The parts of a text, cleaned; each is empty where there is none."""

    blocks: tuple[str, ...]
    """Block quotes; none where the whole text is one."""
    beside: str
    """What stands outside the blocks, or the whole text."""
    aside: str
    """Headings and small print."""
    whole: str
    """Blocks and the rest in their order."""


def read(text: str) -> Pasted:
    """Any text at all, also an empty one."""
    lines = list(_lines(_SOFT_BREAK.sub("-", _ENTITY.sub(lambda found: unescape(found.group()), text))))
    has_body = any(kind != "aside" and _says_something(line) for kind, line in lines)
    aside = "\n".join(line for kind, line in lines if kind == "aside" and has_body)
    body = [(kind, line) for kind, line in lines if kind != "aside" or not has_body]
    groups = [(kind, "\n".join(line for _, line in group)) for kind, group in groupby(body, key=lambda each: each[0])]
    blocks = tuple(group.strip() for kind, group in groups if kind == "block" and _says_something(group))
    beside = "\n".join(group for kind, group in groups if kind != "block").strip()
    whole = "\n".join(group for _, group in groups).strip()
    return Pasted(blocks, beside, aside, whole) if _says_something(beside) else Pasted((), whole, aside, whole)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line cleaned, with what it is: in a block quote, aside, or plain."""
    to_the_end = False
    for line in _inline(text).split("\n"):
        quoted = _BLOCK_QUOTE.match(line)
        to_the_end = to_the_end or (quoted is not None and quoted["rest"] is not None)
        is_block = to_the_end or quoted is not None
        bare = line[quoted.end() if quoted else 0 :]
        heading = _HEADING.match(bare)
        kind = "aside" if heading else "block" if is_block else "plain"
        shown = _WITHIN_A_WORD.sub(r"\2", bare[heading.end() if heading else 0 :])
        yield kind, _ESCAPED.sub("", _MARKS.sub("", shown)).strip()


def _inline(text: str) -> str:
    return _without_gaps(_without_marks(_without_gaps(text)))


def _without_gaps(text: str) -> str:
    return _WIDE_GAP.sub("   ", _HIGH_GAP.sub("\n\n\n", text))


def _without_marks(text: str) -> str:
    text = _FENCE.sub("", _MASKED_LINK.sub(lambda link: "" if _LABEL.fullmatch(link[1]) else link[1], text))
    text = _TAG_OF_A_LINE.sub("\n", _TAG.sub(" ", _NOTE_MARK.sub(" ", text)))
    for pattern in (_LINK, _DISCORD, _SHORTCODE, _REACTIONS, _EMOJI, _SMILEY, _SIGNATURE, _EMPTY_ITEM):
        text = pattern.sub(" ", text)
    return HEAD.sub("", text)


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, INVISIBLE.whole(text)))
