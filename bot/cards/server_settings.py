"""What the moderators of a server are told of its settings, given out and taken back as a file."""

from collections.abc import Sequence

from bot.cards.card import Block, Card, Enclosed, Text
from bot.cards.desk import keys_of
from bot.cards.notice import message_card
from bot.cards.problems import problem_blocks
from bot.domain.problem import Problem
from bot.words.catalogue import Words

NAME = "settings.yaml"
SET_ASIDE = "set-aside.yaml"


def settings_card(
    text: str,
    words: Words,
    *,
    from_discord: bool,
    changeable: bool,
    set_aside: tuple[str, Sequence[Problem]] | None,
) -> Card:
    """The settings of this server as a file, with those that can be used no more, if there are any."""
    told = [words("settings.from-discord" if from_discord else "settings.from-host")]
    told.append(words("settings.how" if changeable else "settings.off"))
    blocks: list[Block] = [Text("\n".join(told)), Enclosed(NAME, text.encode())]
    if set_aside is not None:
        aside, problems = set_aside
        blocks += [Text(words("settings.set-aside")), *(problem_blocks(problems, words) if problems else ())]
        blocks.append(Enclosed(SET_ASIDE, aside.encode()))
    return Card(words("settings.title"), tuple(blocks))


def taken_card(keys: Sequence[str], words: Words) -> Card:
    """The settings that were given are in force; `keys` are different now."""
    told = words("settings.taken-changed", keys=keys_of(keys)) if keys else words("settings.taken-same")
    return message_card(words("settings.taken-title"), f"{words('settings.taken')}\n{told}")


def returned_card(keys: Sequence[str], words: Words) -> Card:
    """The host's settings hold again; `keys` are different now."""
    told = words("settings.taken-changed", keys=keys_of(keys)) if keys else words("settings.taken-same")
    return message_card(words("settings.returned-title"), f"{words('settings.returned')}\n{told}")


def not_taken_card(problems: Sequence[Problem], words: Words) -> Card:
    """What is wrong with the settings that were given, by line; everything stays as it was."""
    title = words.count("settings.not-taken-title", len(problems))
    return Card(title, (Text(words("settings.not-taken")), *problem_blocks(problems, words)))
