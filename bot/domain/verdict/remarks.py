"""What a writer says about words that are pasted without marks: a question, a word of chat, a note for the reader.

Of `is this real? They were sent back. (emphasis added) lol` the words are `They were sent back.` What negates, makes an
exception or counts is never a remark: `Unless they are ill.` after a sentence changes it.
"""

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ABOUT_WORDS: Final = frozenset(
    (
        "this", "real", "really", "true", "fake", "false", "legit", "accurate", "correct", "exact", "quote", "quotes",
        "quoted", "quotation", "source", "sources", "verify", "verified", "check", "checked", "confirm", "confirmed",
        "thoughts", "opinions", "wording", "text", "saying", "reading", "found", "posted", "shared", "look", "listen",
        "remember", "reminder", "interesting", "discuss", "discussion", "context", "excerpt", "passage", "genuine",
        "copy", "paste",
        "stimmt", "echt", "vrai", "cierto", "verdad",
    )
)  # fmt: skip
"""In a question, or on a line of its own, one of these says that it is about the words."""
_COPIED: Final = frozenset(
    (
        "screenshot",
        "screenshots",
        "screencap",
        "typed",
        "transcribed",
        "copied",
        "pasted",
        "quote",
        "quotation",
        "excerpt",
    )
)
"""In brackets, one of these says where the words are from."""
_ABOUT_IN_ASIA: Final = re.compile(
    r"진짜|사실|정말|이거|이게|맞나|맞아|인용|출처|확인|真的|真实|真實|吗|嗎|引用|出处|出處|本当|ですか|ますか|出典"
)
_CHAT: Final = frozenset(
    (
        "lol", "lmao", "lmfao", "rofl", "smh", "omg", "wow", "wtf", "tbh", "imo", "imho", "ngl", "yikes", "oof", "bruh",
        "xd", "til", "fyi", "psa", "bump", "btw", "iirc", "ㅋㅋ", "ㅋㅋㅋ", "ㅠㅠ",
    )
)  # fmt: skip
"""Words of chat and of nothing else."""
_ROUND_A_NAME: Final = re.compile(
    r"^\W*(?:(?:btw|fyi|iirc|i think|so|yes|ok),?\s+)?(?:(?:that|this|it)(?:['\u2019]s|\s+is|\s+was)\s+)?(?:from\s+)?"
    r"|,?\s+(?:btw|fyi|iirc|i think|lol|tbh|imo|i believe|if i remember correctly|if i recall)\W*$",
    re.IGNORECASE,
)
_REMARKS: Final = frozenset(
    (
        "what", "this", "same", "facts", "yes", "yep", "yeah", "ok", "okay", "so", "true", "thoughts", "discuss",
        "exactly", "indeed", "period", "full", "stop",
        "wild", "sad", "hmm", "huh", "damn", "breaking", "update", "edit", "s", "legit", "real",
    )
)  # fmt: skip
"""Words that are a remark where nothing else is said."""
_ASKED: Final = frozenset(
    (
        "source",
        "sources",
        "real",
        "legit",
        "fake",
        "true",
        "right",
        "correct",
        "verified",
        "verdict",
        "accurate",
        "sure",
    )
)
"""One of these with a question mark asks about the words, also right behind them."""
_NOTES: Final = frozenset(
    (
        "emphasis", "added", "mine", "my", "original", "in", "the", "p", "pp", "pg", "page", "pages", "n", "note", "fn",
        "footnote", "ibid", "id", "cf", "see", "translation", "translated", "trans", "tr", "source", "link", "archive",
        "here", "sic", "via", "italics", "bold", "para", "paras", "line", "slide", "vol", "ed", "above", "below",
        "edited", "our", "their", "author", "authors", "omitted", "footnotes", "citation", "citations", "internal",
        "quotation", "marks", "highlighting", "underlining", "supplied", "by",
    )
)  # fmt: skip
"""Of nothing but these, and of figures, a note for the reader is made."""
_TURNS: Final = re.compile(
    r"\b(?:not|no|never|nor|none|nobody|without|except|unless|but|only|cannot|however|provided|if)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_WHETHER: Final = re.compile(
    r"\b(?:know|see|tell|wonder|wondering|ask|asking|check|sure|confirm|verify) if\b", re.IGNORECASE
)
"""Here `if` asks, and makes no condition."""
_BEGS: Final = re.compile(r"\b(?:please|pls|plz)\b", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"[\s(\[]*[(\[][^()\[\]\n]*[)\]][.:\s]*")
_NUMBERED: Final = re.compile(r"\b[Nn]os?\b\.?(?=\s*\d{1,3}\b)")
_COUNTS: Final = re.compile(r"\d[.,\s]?\d{3}(?!\d)(?<!\b[12]\d{3})|\d{5}")
"""A number that refers to nothing, but tells how many."""
_ASKS: Final = re.compile(r"[?\uff1f][\s!?\uff1f]*$")
_MOST_WORDS: Final = 14
_MOST_OF_CHAT: Final = 3
_SHORT: Final = 24
"""Characters: in the midst of a sentence only a word or two of chat can be a remark."""
_REACH: Final = 160
_STOPS: Final = (*".!?,;\"')", "\u3002", "\uff01", "\uff1f", "\u201d", "\u2019")
_ENDS_A_LINE: Final = ("\n", "\u2192", "\u21d2", "\u25b6", "->", "=>")
_GAP: Final = re.compile(
    r"(?<=[.!?;])[\"'\u201d\u2019)]*\s+|(?<=[\u3002\uff01\uff1f])\s*|\s*\n\s*|\s*(?:[\u2192\u21d2\u25b6]|[-=]>)\s*|,?\s+/?"
)


def remarks_before(text: str) -> Iterator[int]:
    """Where words may begin after a remark at the beginning of a text."""
    for gap in _GAP.finditer(text, 0, _REACH):
        before = text[: gap.start()]
        is_note = _parts(gap, text) and _is_note(before)
        if gap.end() < len(text) and (is_note or _is_remark(before, gap)):
            yield gap.end()


def remarks_after(text: str) -> Iterator[int]:
    """Where words may end before a remark, or a note, at the end of a text."""
    for gap in _GAP.finditer(text, max(0, len(text) - _REACH)):
        after = text[gap.end() :]
        if gap.start() and (_is_remark(after, gap) or (_parts(gap, text) and _is_note(after))):
            yield gap.start()


def is_note(text: str) -> bool:
    """Whether a text is nothing but a note for the reader, or refers to one: `p. 12`, `3`."""
    words = _words(_NUMBERED.sub(" ", text))
    return bool(words) and not _COUNTS.search(text) and all(word in _NOTES or word.isdigit() for word in words)


def unchatted(text: str) -> str:
    """A frame without what people in a chat put round it: `article 13` of `that's article 13 btw`."""
    return _ROUND_A_NAME.sub("", text)


def _is_note(text: str) -> bool:
    return is_note(text) and not all(map(str.isdigit, _words(text)))


def _is_remark(text: str, gap: re.Match[str]) -> bool:
    """Whether a stretch on one side of a gap is about the words on the other."""
    words = _words(text)
    is_bracketed = _BRACKETED.fullmatch(text) is not None
    is_inside = len(text) > _SHORT and text.isascii() and not (is_bracketed or _parts(gap, gap.string))
    if not words or len(words) > _MOST_WORDS or "\n" in text.strip() or is_inside:
        return False
    if is_bracketed:
        return not _TURNS.search(text) and not _COPIED.isdisjoint(words)
    is_line = any(sign in gap.group() for sign in _ENDS_A_LINE)
    is_apart = _parts(gap, gap.string) or _ABOUT_IN_ASIA.search(text) is not None
    if all(word in _CHAT or (word in _REMARKS and (is_apart or text.isupper())) for word in words):
        return len(words) <= _MOST_OF_CHAT
    if len(words) == 1 and words[0] in _ASKED and _ASKS.search(text):
        return True
    asks = _ASKS.search(text) is not None
    if _TURNS.search(_WHETHER.sub(" ", text)) or not (is_line or (is_apart and (asks or _BEGS.search(text)))):
        return False
    return (is_line and asks) or any(word in _ABOUT_WORDS for word in words) or _ABOUT_IN_ASIA.search(text) is not None


def _parts(gap: re.Match[str], text: str) -> bool:
    """Whether a gap is the end of a line or of a sentence."""
    is_marked = any(sign in gap.group() for sign in (*_ENDS_A_LINE, ",", "/"))
    return is_marked or text[: gap.start()].endswith(_STOPS)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
