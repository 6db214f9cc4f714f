"""Is this text in the library: exact, altered or absent? Only equality decides; likeness merely says where to look.

The whole text is tried first: if its words stand in one document or one article, it is exact. Otherwise what it claims
to quote is checked, piece by piece, and the worst verdict is that of the text. Words outside the pieces are the
writer's, unless they are a passage's: where a piece is too short to tell, or six or more consecutive words of one
passage stand outside, the text is measured as a whole, marks dropped.

So `As he put it: "they were sent back"` quotes, and `They were all "sent" home and never seen` changes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.domain.library import Library
from bot.domain.text.folding import WORDS
from bot.domain.verdict.attribution import HERE, Frame
from bot.domain.verdict.claims import Claims, claims
from bot.domain.verdict.frames import Core
from bot.domain.verdict.index import WordIndex, keys_of
from bot.domain.verdict.items import items_of
from bot.domain.verdict.judging import Judging
from bot.domain.verdict.message import read
from bot.domain.verdict.nearest import RETOLD, Likeness
from bot.domain.verdict.runs import runs
from bot.domain.verdict.verdict import WORST, Check

_FEWEST_IN_A_CORE: Final = 5
"""What is left of a text without marks must be so many words, or the frame was more than a frame."""
_MOST_SPLICED: Final = 2
_FEWEST_UNNAMED: Final = 4
"""The full name of an office or a treaty is many words, and talk."""

_Judge = Callable[[str, str], tuple[Check, ...]]
"""The verdicts on words with what is around them."""


class Checker:
    """Checks texts against a library; built once, when the library is loaded."""

    def __init__(self, library: Library) -> None:
        self._index = WordIndex(runs(library))
        self._judging = Judging(library, self._index)

    def check(self, text: str) -> Check:
        """The verdict on any text; nothing of it is kept."""
        message = read(text)
        exact = self._judging.whole(message.whole, message.aside)
        if exact is not None:
            return exact
        if message.blocks:
            return self._claimed(claims(message.whole, message.blocks), message.aside, are_blocks=True)
        return self._text(message.whole, message.aside)

    def _text(self, text: str, aside: str) -> Check:
        """The verdict on a text without blocks that is not exact as it stands."""
        found = claims(text)
        if not found.quoted:
            return self._unquoted(text, aside)
        exact = self._judging.in_parts(text, aside)
        if exact is not None:
            return exact
        one = found.as_one
        is_one = one is not None and self._judging.exact(one.words[0]) is not None
        return self._claimed(one if one is not None and is_one else found, aside)

    def _claimed(self, found: Claims, aside: str, *, are_blocks: bool = False) -> Check:
        """The verdict on the claims in a text, one by one, and on all of it where they do not speak for it."""
        judge = self._block if are_blocks else self._piece
        pieces = tuple(piece for each in self._with_frames(found, aside) for piece in self._framed(judge, *each))
        worst = min(pieces, key=lambda check: (WORST.index(check.verdict), check.attribution != "other"))
        whole = self._as_whole(found, pieces, aside)
        if whole is not None and (whole.verdict == "exact" or worst.verdict != "absent" or _are_all_absent(pieces)):
            return whole if whole.verdict == "exact" else replace(whole, pieces=pieces)
        misattributed = any(check.attribution == "other" for check in pieces)
        return replace(worst, attribution="other" if misattributed else worst.attribution, pieces=pieces)

    def _with_frames(self, found: Claims, aside: str) -> Iterator[tuple[str, str, str]]:
        """The words of each claim with what stands beside it, up to the next claims, and with all that is around."""
        around = Frame(f"{aside}\n{found.around}")
        for words, (before, after) in zip(found.words, pairwise(found.outside), strict=True):
            yield words, f"{aside}\n{before}{HERE}{after}", around

    def _framed(self, judge: _Judge, words: str, beside: str, around: str) -> tuple[Check, ...]:
        """The verdicts on a claim: who is named beside it counts, or else whoever is named rightly farther off."""
        pieces = judge(words, beside)
        if beside == around or any(piece.attribution for piece in pieces):
            return pieces
        return tuple(
            replace(piece, attribution="same") if other.attribution == "same" else piece
            for piece, other in zip(pieces, judge(words, around), strict=True)
        )

    def _block(self, words: str, around: str) -> tuple[Check, ...]:
        """A block quote may have a frame, or quotations, of its own."""
        check = self._judging.whole(words, around) or self._text(words, around)
        speak_for_it = any(piece.words == check.words for piece in check.pieces)
        return check.pieces if speak_for_it else (replace(check, pieces=()),)

    def _piece(self, words: str, around: str) -> tuple[Check, ...]:
        exact = self._judging.exact(words, around)
        if exact is not None:
            return (exact,)
        near = self._judging.near(words)
        return (self._judging.altered(words, near, around) if near else Check("absent", words),)

    def _as_whole(self, found: Claims, pieces: Sequence[Check], aside: str) -> Check | None:
        """The verdict on a text with its marks dropped; None where its pieces speak for it."""
        shorts = [words for words in found.words if self._judging.is_short(words)]
        retold = self._retold(found)
        spliced = self._is_spliced(found)
        if not shorts and not spliced and retold is None and not _are_all_absent(pieces):
            return None
        core, exact = self._exact_core(found.text, aside)
        if exact is not None:
            return exact
        found_near = {each: near for each in (core, found.text) if (near := self._judging.nearest(each))}
        if not found_near:
            return None
        core = max(found_near, key=lambda each: found_near[each].score * len(each))
        near = self._judging.near(core)
        nearest = near or found_near[core]
        is_near = near is not None and (spliced or _are_all_absent(pieces) or near.run.owner == retold)
        is_changed = is_near or (nearest.is_alike and self._covers(nearest, core, shorts))
        frame = f"{aside}\n{found.text.replace(core, HERE)}"
        return self._judging.altered(core, nearest, frame) if is_changed else None

    def _retold(self, found: Claims) -> str | None:
        """Whose passage has six or more of the consecutive words outside the claims, and not mostly names."""
        for stretch in found.outside:
            keys = self._judging.names.untitled(keys_of(WORDS(stretch)))
            length, number, end = self._index.longest_run(keys)
            unnamed = self._judging.names.without(" ".join(keys[end - length : end])).split()
            if number is not None and length >= RETOLD and len(unnamed) >= _FEWEST_UNNAMED:
                return self._index.places[number][0].owner
        return None

    def _is_spliced(self, found: Claims) -> bool:
        """Whether a word or two that turn the sense are all that parts two claims: `"must afford" no "access"`."""
        between = [text for text in found.outside[1:-1] if "\n" not in text]
        return any(len(keys_of(WORDS(text))) <= _MOST_SPLICED and self._judging.turns(text) for text in between)

    def _covers(self, near: Likeness, core: str, shorts: Sequence[str]) -> bool:
        """Whether a short piece stands within the stretch that is like a passage, and not beside it."""
        first, last = near.text_words
        for words in shorts:
            place = core.find(words)
            before = len(keys_of(WORDS(core[: max(0, place)])))
            if place >= 0 and first <= before < last and last - first > len(keys_of(WORDS(words))):
                return True
        return False

    def _exact_core(self, text: str, aside: str) -> tuple[str, Check | None]:
        """The largest core of a text that stands exactly, whole before in parts; the barest where none does."""
        cores = [core for core in self._judging.frames.cores(text) if _is_enough(text, core)]
        for look in (self._judging.whole, self._judging.in_parts):
            for core in cores:
                words = core.within(text)
                exact = look(words, f"{aside}\n{text[: core.start]}{HERE}{text[core.end :]}")
                if exact is not None and not self._judging.runs_on(words, core.before(text), core.after(text)):
                    return words, exact
        bare = text[slice(*self._judging.frames.bare(text))]
        # What stands exactly was refused for what is beside it: then that is of the passage too.
        return text if self._judging.whole(bare) else bare, None

    def _unquoted(self, text: str, aside: str) -> Check:
        """The verdict on a text that marks nothing as quoted: all of it less its frame, or each item of a list."""
        core, exact = self._exact_core(text, aside)
        if exact is not None:
            return exact
        items = self._items(text, aside)
        if items and all(item.verdict == "exact" for item in items):
            return replace(items[0], pieces=items)
        near = [(each, likeness) for each in dict.fromkeys((core, text)) if (likeness := self._judging.near(each))]
        if not near:
            return Check("absent", text)
        best, likeness = max(near, key=lambda each: each[1].score)
        frame = text.replace(best, HERE) if best != text else ""
        return self._judging.altered(best, likeness, f"{aside}\n{frame}".strip())

    def _items(self, text: str, aside: str) -> tuple[Check, ...]:
        """The verdicts on the items of a list, or on lines that are sentences, each with its own frame."""
        items = items_of(text, self._judging.names.are_all_of)
        return tuple(self._exact_core(item, f"{aside}\n{frame}")[1] or Check("absent", item) for frame, item in items)


def _are_all_absent(pieces: Sequence[Check]) -> bool:
    return all(piece.verdict == "absent" for piece in pieces)


def _is_enough(text: str, core: Core) -> bool:
    words = core.within(text)
    return words == text or len(keys_of(words)) >= _FEWEST_IN_A_CORE
