"""Corrections of the library, as they are announced and as a receipt leads to them. What they say is the editors'."""

from collections.abc import Sequence

from bot.cards.card import Card, Text
from bot.cards.escape import escape, escape_line
from bot.cards.kinds import is_known, title_of
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import Correction, in_language
from bot.words.catalogue import Words


def corrections_card(library: Library, corrections: Sequence[Correction], words: Words, language: str) -> Card:
    """Corrections as they are announced, in the order given."""
    blocks = (Text(correction_text(library, one, words, language)) for one in corrections)
    title = words.count("corrections.title", len(corrections))
    return Card(title, tuple(blocks), footer=(words("corrections.receipts"),))


def correction_text(
    library: Library, correction: Correction, words: Words, language: str, *, titled: bool = True
) -> str:
    """One correction: what was wrong, what it says now, and why; `titled` begins with what was corrected."""
    kind, _, key = correction.item.partition(":")
    title = title_of(library, kind, key) if is_known(library, kind, key) else key
    day = words.date(correction.day)
    lines = [
        words("corrections.of", title=escape_line(title), date=day) if titled else words("corrections.on", date=day)
    ]
    for message, texts in (
        ("corrections.wrong", correction.wrong),
        ("corrections.now", correction.now),
        ("corrections.why", correction.why),
    ):
        lines.append(words(message, text=escape(in_language(texts, language))))
    if titled:
        now = receipts.of_item(library, correction.item)
        lines.append(
            words("corrections.gone", was=f"`{correction.was}`")
            if now is None
            else words("corrections.from-to", was=f"`{correction.was}`", now=f"`{now}`")
        )
    return "\n".join(lines)
