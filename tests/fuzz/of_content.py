"""What is tried of content: what authors, moderators and hosts write into files."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import yaml

from bot.cards.card import Card
from bot.cards.problems import problem_blocks
from bot.content.asked import AskedPhrases
from bot.content.causes import Causes
from bot.content.moderation import Moderation, ServerRules
from bot.content.outline import brief_outline
from bot.content.parse import parse as read_yaml
from bot.content.settings_text import changed, plain, written
from bot.content.shape import shaped
from bot.content.stanza import not_found, stanzas
from bot.content.upload import LARGEST as LARGEST_SETTINGS
from bot.content.upload import settings_in
from bot.domain.law import Instrument
from bot.domain.model import (
    Boundary,
    Brief,
    Correction,
    DocumentEntry,
    Event,
    EvidenceEntry,
    Figure,
    Introduction,
    Note,
    Person,
    Term,
    Wording,
)
from bot.domain.problem import ProblemsError
from bot.envfile import bindings_in, text_of, too_long
from bot.refusal import RefusedError
from bot.settings import Settings
from tests.fuzz.cards import english, holds
from tests.shipped import library

SERVER = "100000000000000001"

SETTINGS = (
    'channels:\n  "100000000000000004":\n    visibility: public\n',
    "hidden: [numbers]\ncooldown: 5\n",
    "# nothing\n",
)

YAML = (
    "a: &b [1, *b]\n",
    "a: |\n  b\n c\n",
    "? [a]\n: b\n",
    "\ufeffa: b\n",
    "a: 'b\n",
    "- a\n-b\n",
    "a:\n\t- b\n",
    "%TAG ! x:\n--- a\n",
)

ENV = (
    "DISCORD_TOKEN=abc.def\nVERBATIM_SEEDS=seeds\n",
    "export VERBATIM_LOG_LEVEL='info'\n",
    'A="${B:-c}"\nB=${A}${A}\n',
    "VERBATIM_SANDBOX_PORT=70000\nDISCORD_API_URL=http://127.0.0.1:1/api\n",
    "VERBATIM_STATE=~/x\nVERBATIM_USAGE_KEY=short\n",
)

_MODELS: tuple[type[Any], ...] = (
    *(Boundary, Brief, Correction, DocumentEntry, Event, EvidenceEntry, Figure, Instrument, Introduction, Note, Person),
    *(Term, Wording, Moderation, ServerRules),
)


def rules() -> ServerRules:
    return ServerRules.model_validate(
        {"hidden": ["numbers"], "cooldown": "5", "channels": {"100000000000000004": {"length": "full"}}}
    )


def entries_of(file: str) -> Iterator[str]:
    """The entries of a file, or all of it where it is one item."""
    yield from (entry for entry in re.split(r"(?m)^(?=\w)", file) if len(entry) < 6_000)
    if len(file) < 10_000:
        yield file


def yaml_text(text: str) -> None:
    file = read_yaml(text, "a.yaml")
    assert file.value is not None or file.problems, "nothing, and no problem"
    lines = len(re.findall("\r\n?|[\n\x85\u2028\u2029]", text)) + 2
    for problem in file.problems:
        assert 1 <= problem.line <= lines, "a line that is not there"
        assert "\n" not in str(problem), "a problem of two lines"
        str(problem).encode()
    if file.value is None or file.problems:
        return
    again = yaml.safe_dump(_with_nothing(file.value), allow_unicode=True, default_style='"', width=10**6)
    assert _with_nothing(read_yaml(again, "b.yaml").value) == _with_nothing(file.value), "written again it is another"


def _with_nothing(value: Any) -> Any:  # noqa: ANN401 - YAML
    """The same with texts in the place of nothing, which cannot be told from a text between quotation marks."""
    if isinstance(value, dict):
        return {key: _with_nothing(part) for key, part in cast("dict[str, Any]", value).items()}
    return [_with_nothing(part) for part in cast("list[Any]", value)] if isinstance(value, list) else value or ""


def item(text: str) -> None:
    file = read_yaml(text, "a.yaml")
    ways = [(), *((key,) for key in (file.value if isinstance(file.value, dict) else {}))][:3]
    for way in ways:
        for model in _MODELS:
            found = shaped(file, model, {"id": "x"} if "id" in model.model_fields else None, way)
            assert found.item is not None or found.problems, "nothing, and no problem"
            if found.problems:
                holds(Card("-", problem_blocks(found.problems, english().words)), english().words)


def asked_file(text: str) -> None:
    phrases = AskedPhrases([read_yaml(text, "briefs/asked/en.yaml")])
    phrases.by_item()
    for problem in phrases.wrong(library(), Causes()):
        str(problem).encode()


def settings_file(text: str) -> None:
    given = text.encode("utf-8", "replace")[:LARGEST_SETTINGS].decode(errors="ignore")
    try:
        settings = settings_in(given, Moderation(), SERVER, library().briefs)
    except ProblemsError:
        return
    otherwise = Moderation().in_force()
    again = settings_in(written(settings.rules, otherwise), Moderation(), SERVER, library().briefs)
    assert plain(again.rules) == plain(settings.rules), "written again it is another"
    for way, value in ((("hidden",), ["numbers"]), (("cooldown",), None), (("schedules", "x"), None)):
        settings_in(changed(given, way, value, otherwise), Moderation(), SERVER, library().briefs)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="fuzz-")


def env_file(text: str) -> None:
    folder = Path(_folder().name)
    (folder / ".env").write_bytes(text.encode("utf-8", "surrogateescape" if text.isascii() else "replace"))
    with suppress(UnicodeDecodeError, OSError):
        list(too_long(bindings_in(text_of(folder / ".env"))))
    try:
        Settings.read(folder)
    except RefusedError as error:
        for sentence in error.sentences:
            sentence.encode(errors="surrogatepass")


def stanza(text: str) -> None:
    documents = library().documents
    found = list(stanzas(text, documents))
    if not found:
        list(not_found(text, documents))
    for made in found:
        assert read_yaml(made, "a.yaml").value is not None, "a stanza that is no YAML"
    brief_outline("x", datetime.now(UTC).date())
