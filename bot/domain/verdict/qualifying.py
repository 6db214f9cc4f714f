"""What of the same sentence stands before and after exact words, where it negates or qualifies them.

Of `They shall not be punished, provided they come forward`, the words `be punished` stand exactly; `They shall not`
stands before them, and `, provided they come forward` follows.
"""

import re
from typing import Final

from bot.domain.text.phrases import Phrases
from bot.domain.text.sentences import sentence_ends
from bot.domain.verdict.locating import Standing
from bot.domain.verdict.runs import Whole

_JUST: Final = 3
"""So many words on either side, whatever stands between them, are heard with the words."""
_CLAUSE: Final = 8
"""So many words before, where no comma parts them from the words: a negation governs the verbs after it."""
_OPENERS: Final = frozenset({"but", "however", "although", "though", "notwithstanding", "only", "save"})
"""At the beginning of a sentence these join it to the one before, and qualify nothing after them."""
_PROVISO: Final = re.compile(
    r"(?:,\s*(?:provided|providing)"
    r"|\b(?:provided that|unless|except(?:ing)?|on condition that|if|so long as|as long as))\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\S*\w\S*")


class Qualifying:
    """Tells by the library's lists of words that negate and that make an exception."""

    def __init__(self, negations: Phrases, exceptions: Phrases) -> None:
        self._negations = negations
        self._exceptions = exceptions

    def turns(self, text: str) -> bool:
        """Whether any word of a text negates or makes an exception."""
        return bool(self._negations.within(text) or self._exceptions.within(text))

    def before(self, found: Standing) -> str | None:
        """The words before, from a little before what negates them; None where nothing does."""
        sentence = _before(found.run, found.start)
        words = list(_WORD.finditer(sentence))
        turning = [
            place
            for place in range(max(0, len(words) - _CLAUSE), len(words))
            if (place >= len(words) - _JUST or "," not in sentence[words[place].start() :])
            and self._turns(sentence, words[place], is_first=place == 0)
        ]
        return sentence[words[max(0, turning[0] - 2)].start() :].strip() if turning else None

    def follows(self, found: Standing) -> str | None:
        """The rest of the sentence, where it begins with what qualifies; of an article, where it does so at all."""
        rest = _after(found.run, found.end)
        words = list(_WORD.finditer(rest))
        if not words:
            return None
        just = rest[: words[min(_JUST, len(words)) - 1].end()]
        is_qualified = self.turns(just) or _PROVISO.match(rest) or (found.run.is_article and _PROVISO.search(rest))
        return rest.strip() if is_qualified else None

    def covered(self, found: Standing, before: str, after: str) -> bool:
        """Whether brackets right before or after the words stand where the source has as many that turn the sense.

        Of `No State shall` the words `[Each] State shall` have `[Each]` for `No`.
        """
        led, rest = _before(found.run, found.start).split(), _after(found.run, found.end).split()
        first, last = len(before.split()), len(after.split())
        return (first > 0 and self.turns(" ".join(led[-first:]))) or (last > 0 and self.turns(" ".join(rest[:last])))

    def _turns(self, sentence: str, word: re.Match[str], *, is_first: bool) -> bool:
        """Whether a word negates, or an exception begins with it."""
        if self._negations.within(word.group()):
            return True
        since = sentence[word.start() :].casefold()
        excepted = next(iter(self._exceptions.within(since)), "")
        is_opener = is_first and excepted in _OPENERS
        return bool(excepted) and since.startswith(excepted) and not is_opener


def _before(run: Whole, start: int) -> str:
    """What stands before a place in its sentence, as it is printed."""
    number = run.part_at(start)
    begun = run.original(start, start + 1)[0]
    text = run.sources[number][:begun]
    ends = sentence_ends(text)
    return text[ends[-1] if ends else 0 :].strip(" \"'\u201c\u201d\u2018\u2019")


def _after(run: Whole, end: int) -> str:
    """What stands after a place in its sentence, as it is printed; empty where the sentence ends there."""
    number = run.part_at(end - 1)
    text = run.sources[number]
    ended = run.original(end - 1, end)[1]
    until = next((place for place in sentence_ends(text) if place > ended), len(text))
    rest = text[ended:until].strip()
    return "" if re.match(r"[.!?\u3002]", rest) else rest.rstrip(" \"'\u201d\u2019")
