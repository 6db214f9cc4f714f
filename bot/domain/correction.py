"""Which corrections a server is told, and which belong to a receipt."""

from collections.abc import Collection, Iterable
from typing import Literal, Self

from bot.domain.hidden import OF_BRIEFS
from bot.domain.library import Library
from bot.domain.model import Correction, Item

Fault = Literal["unheard", "refused"]


class Announced(Item):
    """What is kept of the corrections that a server was told."""

    told: tuple[str, ...] = ()
    """The ids of those that were sent, or tried to; they are kept before."""
    sending: bool = False
    """Whether nothing has been heard of the last ones yet."""
    fault: Fault | None = None
    """Why the last ones did not come: not known, or refused by Discord."""
    code: int = 0
    """Discord's code of the refusal."""

    def with_more(self, new: Iterable[Correction]) -> Self:
        """Before these are sent."""
        told = (*self.told, *(one.id for one in new))
        return self.model_copy(update={"told": told, "sending": True})

    def after(self, fault: Fault | None, code: int = 0) -> Self:
        """After they were sent, or were not."""
        return self.model_copy(update={"sending": False, "fault": fault, "code": code})


def to_announce(library: Library, told: Announced, hidden: Collection[str] = ()) -> list[Correction]:
    """What a server has not been told, oldest first; not of briefings that are hidden there."""
    new = (one for one in library.corrections.values() if one.id not in told.told and not _is_hidden(one, hidden))
    return sorted(new, key=lambda one: one.day.first_day)


def corrections_of(library: Library, receipt: str, hidden: Collection[str] = ()) -> list[Correction]:
    """What was corrected in the wording that a receipt stands for, oldest first."""
    of_it = (one for one in library.corrections.values() if one.was == receipt and not _is_hidden(one, hidden))
    return sorted(of_it, key=lambda one: one.day.first_day)


def _is_hidden(correction: Correction, hidden: Collection[str]) -> bool:
    kind, _, key = correction.item.partition(":")
    return kind in OF_BRIEFS and key in hidden
