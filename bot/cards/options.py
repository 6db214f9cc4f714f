"""How a card is to be shown, apart from what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.domain.date import PartialDate
from bot.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Options:
    """The language of the interface, what becomes of distressing parts, and what has been made ready.

    `charts` are PNG images by the id of their figure; a figure without one is shown without. `today` is asked for
    reviews that are overdue; without it nothing is said of them.
    """

    words: Words
    hide: Literal["button", "spoiler"] = "button"
    charts: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    today: PartialDate | None = None
    locale: str = ""
    """Discord's locale of the reader (`zh-TW`): their language, which the interface may not speak."""
    support: Mapping[str, str] | None = None
    """Where a reader can turn who is distressed or in danger, by language, as the moderators have it; it stands with
    every content note, and first where somebody may be in danger."""

    @property
    def language(self) -> str:
        """The reader's own, as Discord has it, which the interface may not speak."""
        return self.locale.split("-")[0] or self.words.language
