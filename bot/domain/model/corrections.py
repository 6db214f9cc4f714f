"""What the editors have got wrong and put right."""

from typing import Annotated

from pydantic import StringConstraints

from bot.domain.date import PartialDate
from bot.domain.model.item import Item, Slug, Text, Translated

ITEM = r"^(brief|quotation|article|instrument|figure|term|document|person|timeline|boundary):[a-z0-9]+(-[a-z0-9]+)*$"
RECEIPT = r"^[a-z0-9-]{1,80}@[0-9a-f]{8}$"


class Correction(Item):
    """A mistake of ours in an answer, with what that says now."""

    id: Slug
    day: PartialDate
    """The day on which it was corrected."""
    item: Annotated[Text, StringConstraints(pattern=ITEM)]
    """What was wrong: a kind and an id, such as `brief:ferry` or `quotation:bell-ferry`."""
    was: Annotated[Text, StringConstraints(pattern=RECEIPT)]
    """The receipt that the answer had before: `diff` tells it."""
    wrong: Translated
    """What was wrong with it, in one or two sentences; a text, or one for each language."""
    now: Translated
    """What it says now; a text, or one for each language."""
    why: Translated
    """How it came to be wrong, as far as one knows; a text, or one for each language."""
