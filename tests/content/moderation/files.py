"""A moderators' file, and what becomes of it when it is read."""

from pathlib import Path

import pytest

from bot.content.moderation import Moderation, load_moderation
from bot.domain.policy import SHIPPED, Policy
from bot.domain.problem import ProblemsError

SERVER, CHANNEL, THREAD = "100000000000000001", "100000000000000004", "100000000000000009"
OTHER = "100000000000000008"


def loaded(file: Path, text: str) -> Moderation:
    """What a file with this text decides."""
    file.write_text(text, encoding="utf-8")
    return load_moderation(file)


def refused(file: Path, text: str) -> list[str]:
    """Every problem with which it is refused."""
    with pytest.raises(ProblemsError) as error:
        loaded(file, text)
    return [str(problem) for problem in error.value.problems]


def values(policy: Policy) -> dict[str, object]:
    """What a policy says, by the key of the file."""
    return {name: getattr(policy, name) for name in SHIPPED}
