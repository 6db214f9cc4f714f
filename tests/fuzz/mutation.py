# ruff: noqa: RUF001 - letters that look like others are what this is about
"""Makes odd texts of the shipped ones: whoever breaks a parser has mostly typed something that is nearly right."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Final, cast

TOKENS: Final = (
    *("\0", "\x07", "\x1b[2J", "\r", "\r\n", "\n", "\n\n"),
    *("\t", "\v", "\f", "\x85", "\u2028", "\u2029", " ", "\u00a0"),
    *("\u200b", "\u200d", "\u202e", "\u2066", "\u2069"),
    *("\ufeff", "\u00ad", "\u3164", "\ud800", "\udfff", "\U0010ffff"),
    *("e\u0301\u0302\u0303", "\u0301" * 30),
    *("\U0001f468\u200d\U0001f469", "\U0001f1f0\U0001f1f5", "\u2067\u05d0\u05d1"),
    *("\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05dc\u05d5\u05dd", "북한", "北韓", "脱北者"),
    *("ㅂㅜㄱ", "\u1112\u1161", "ﬁ", "Ⅷ", "①"),
    *("١٩٥١", "१९५१", "၁၉၅၁", "１９５１", "四", "三十三", "²"),
    *("½", "𝟚", "9" * 50, "1e999", "-0", "0x10", "1_000", "1,000"),
    *("@everyone", "<@123>", "<@&1>", "<#1>", "<t:0:R>", "</brief:1>", "<:a:1>", "https://x.y/", "[a](https://b.c)"),
    *("**", "__", "~~", "||", "`", "```", "\\", "> "),
    *(">>> ", "# ", "-# ", "- ", "1. ", "\n# ", "\n> ", "\n- ", ":smile:"),
    *("<b>", "</b>", "<script>", "<blockquote>", "&amp;", "&#39;"),
    *("&#x202e;", "<sup>1</sup>", "<!--", "{{", "}}", "{0}", "%s"),
    *("“", "”", "‘", "’", "«", "»", "「", "」", '"', "'"),
    *("…", "...", "[…]", "[sic]", "[T]", "(", ")", "[", "]", "—", " - "),
    *(": ", " #", "- ", "? ", "&a ", "*a", "!!int ", "<<: "),
    *("---\n", "...\n", "{", "}", "|\n", ">-\n", "%YAML 1.2\n", "null", "~"),
    *("Article 33(1)", "art. ", "§ ", " para 1", "CAT 3", "제33조"),
    *("33条", "v1:", ":card:1", "${A}", "${A:-", "export ", "="),
    *(" not", " never", "except ", "25,000", "2005-02-30"),
    *("9999", "0000-00-00", "13월", "said: ", "According to ", " (2011)"),
)  # fmt: skip
"""What readers and parsers of texts take for something else than words."""

FRAMES: Final = (
    "As {} said: “{}”",
    "> {}\n— {}",
    "{} ({})",
    "“{}” — {}",
    "**{}**\n{}",
    "## {}\n> {}",
    "- {}: {}",
    "{}\n\n{}",
    "```\n{}\n```{}",
    "[{}](https://example.org/{})",
    "||{}|| {}",
    "On 3 May 2005, {} wrote:\n{}",
    "{} … {}",
    "{} [{}]",
    "「{}」{}",
    "<b>{}</b>{}",
)
CONFUSED: Final = str.maketrans("aceopxyiABEHKMOPTX", "асеорхуіАВЕНКМОРТХ")
WIDE: Final = {ord(" "): "\u3000", **{number: number + 0xFEE0 for number in range(0x21, 0x7F)}}
NESTING: Final = ("[]", "()", "{}", "“”", "<>", "||", "**", "> ")


class Mutation:
    """Odd texts, one after another, of one source of chance."""

    def __init__(self, chance: random.Random, seeds: Sequence[str], longest: int) -> None:
        self._chance = chance
        self._seeds = seeds
        self._longest = longest

    def text(self) -> str:
        """A text of the seeds, changed some times over; now and then left as it is."""
        text = self._chance.choice(self._seeds)
        for _ in range(self._chance.choice((0, 1, 1, 1, 2, 2, 3, 5, 8))):
            text = self._chance.choice(self._ways())(text)[: self._longest]
        return text

    def _ways(self) -> tuple[Callable[[str], str], ...]:
        return (
            *(
                self._insert,
                self._insert,
                self._cut,
                self._take_out,
                self._repeat,
                self._swap,
                self._splice,
                self._splice,
            ),
            *(self._frame, self._disguise, self._letters, self._nest, self._flood),
        )

    def _place(self, text: str) -> int:
        return self._chance.randint(0, len(text))

    def _range(self, text: str) -> tuple[int, int]:
        start = self._place(text)
        return start, min(len(text), start + self._chance.choice((1, 2, 5, 20, 100)))

    def _insert(self, text: str) -> str:
        place, token = self._place(text), self._chance.choice(TOKENS)
        return f"{text[:place]}{token}{text[place:]}"

    def _cut(self, text: str) -> str:
        place = self._place(text)
        return text[:place] if self._chance.random() < 0.5 else text[place:]

    def _take_out(self, text: str) -> str:
        start, end = self._range(text)
        return text[:start] + text[end:]

    def _repeat(self, text: str) -> str:
        start, end = self._range(text)
        return text[:start] + text[start:end] * self._chance.choice((2, 3, 10)) + text[end:]

    def _swap(self, text: str) -> str:
        start, end = self._range(text)
        place = self._place(text[:start])
        return text[:place] + text[start:end] + text[place:start] + text[end:]

    def _splice(self, text: str) -> str:
        other = self._chance.choice(self._seeds)
        start, end = self._range(other)
        return text[: self._place(text)] + (other[start:end] if self._chance.random() < 0.5 else other[start:])

    def _frame(self, text: str) -> str:
        return self._chance.choice(FRAMES).format(text, self._chance.choice(self._seeds)[:80])

    def _disguise(self, text: str) -> str:
        match self._chance.randrange(6):
            case 0:
                return text.translate(CONFUSED)
            case 1:
                return text.translate(WIDE)
            case 2:
                return unicodedata.normalize("NFKD", text)
            case 3:
                return text.upper()
            case 4:
                return text[::-1]
            case _:
                return self._chance.choice(("\u200b", "\u0301", " ", "\n", "*")).join(text)

    def _letters(self, text: str) -> str:
        some = "".join(
            chr(self._chance.choice((self._chance.randrange(0x110000), self._chance.randrange(256)))) for _ in range(9)
        )
        place = self._place(text)
        return text[:place] + some + text[place:]

    def _nest(self, text: str) -> str:
        opening, closing = self._chance.choice(NESTING)
        depth = self._chance.choice((1, 3, 30, 300))
        return opening * depth + text + closing * self._chance.choice((0, depth))

    def _flood(self, text: str) -> str:
        """Very much of the same, now and then."""
        if self._chance.random() < 0.9:
            return self._insert(text)
        return text + self._chance.choice((*TOKENS, text[:40] or "x")) * self._chance.choice((50, 1_000, self._longest))


ODD: Final[Sequence[object]] = (
    None,
    True,
    -1,
    2.5,
    10**30,
    "",
    "x",
    "12",
    [],
    ["x"],
    {},
    {"x": "x"},
    "\ud800",
    "9" * 400,
)


def spoilt(content: Any, chance: random.Random, texts: Callable[[], str]) -> Any:  # noqa: ANN401 - JSON
    """JSON with some of its parts left out, or replaced by what does not belong there or by an odd text."""
    rate = chance.choice((0.0, 0.01, 0.03, 0.1))

    def spoil(part: Any) -> Any:  # noqa: ANN401 - JSON
        if chance.random() < rate:
            return chance.choice((..., ..., texts(), *ODD))
        match part:
            case dict():
                made = {key: spoil(value) for key, value in cast("dict[str, Any]", part).items()}
                return {key: value for key, value in made.items() if value is not ...}
            case list():
                return [one for value in cast("list[Any]", part) if (one := spoil(value)) is not ...]
            case str() if chance.random() < 0.05:
                return texts()
            case _:
                return part

    whole = spoil(content)
    return {} if whole is ... else whole
