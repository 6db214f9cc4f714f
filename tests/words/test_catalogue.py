import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po
from discord import app_commands

from bot.chat.commands import COMMANDS
from bot.domain.date import PartialDate
from bot.usage.outcomes import Outcome
from bot.usage.privacy import FILES
from bot.usage.schema import TABLES
from bot.words.catalogue import Catalogue

FOLDER = Path("bot/words")
CODE = [file for part in ("cards", "charts", "chat") for file in sorted(Path("bot", part).rglob("*.py"))]
LANGUAGES = ("en", "ko")


def catalogue_of(language: str) -> dict[str, tuple[str, ...]]:
    """Every key and its forms; fails where a file says a key twice, which gettext would pass over."""
    text = (FOLDER / f"{language}.po").read_text(encoding="utf-8")
    keys = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert sorted(keys) == sorted(set(keys))
    with (FOLDER / f"{language}.po").open("rb") as file:
        catalog: Catalog = read_po(file, abort_invalid=True)
    forms: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key:
            assert not message.fuzzy, key
            forms[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return forms


def placeholders(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `words(…)`, `words.count(…)` or `translated(key=…)` in the code, with where it stands."""
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = ast.unparse(node.func)
                if re.search(r"(^|\.|_)words(_for_all)?(\.count)?$|^(english|_english\(\)|translated)$", function):
                    yield f"{file}:{node.lineno}", node


def literals() -> set[str]:
    return {
        node.value
        for file in CODE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_language_has_every_message() -> None:
    english, korean = (catalogue_of(language) for language in LANGUAGES)
    assert set(english) == set(korean)
    for language in LANGUAGES:
        assert [key for key, forms in catalogue_of(language).items() if not all(form.strip() for form in forms)] == []


def test_every_message_that_the_code_asks_for_is_there() -> None:
    known = catalogue_of("en")
    missing: list[str] = []
    for place, call in calls():
        keys = [call.args[0]] if call.args else [word.value for word in call.keywords if word.arg == "key"]
        missing += [
            f"{place}: {key.value}"
            for key in keys
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value not in known
        ]
    assert missing == []


OF_WHAT_IS_KEPT = {
    *(f"privacy.{table.name}" for table in TABLES),
    *(f"privacy.{table.name}.{column.name}" for table in TABLES for column in table.columns),
    *(f"privacy.file.{file.id}" for file in FILES),
}
"""The messages of `/privacy` that go by the names of tables, columns and files."""


def of_commands() -> set[str]:
    """The messages that name and describe commands and their parts, from the commands themselves."""
    groups = [part for command in COMMANDS if isinstance(command, app_commands.Group) for part in command.commands]
    described = [command for command in (*COMMANDS, *groups) if not isinstance(command, app_commands.ContextMenu)]
    told = [command._locale_name for command in (*COMMANDS, *groups)]  # noqa: SLF001 - what Discord is told
    told += [command._locale_description for command in described]  # noqa: SLF001
    return {str(each.extras["key"]) for each in told if each}


OF_OUTCOMES = {f"outcome.{one}" for one in get_args(Outcome)}
"""The messages of what is counted."""


def test_every_message_is_used() -> None:
    assert sorted(set(catalogue_of("en")) - literals() - of_commands() - OF_WHAT_IS_KEPT - OF_OUTCOMES) == []


def test_every_outcome_has_a_name() -> None:
    assert set(catalogue_of("en")) >= OF_OUTCOMES


def test_placeholders_agree_in_all_languages_and_are_plain_names() -> None:
    english, korean = (catalogue_of(language) for language in LANGUAGES)
    for key, forms in english.items():
        assert placeholders(forms) == placeholders(korean[key]), key
        assert all(name.isidentifier() for name in placeholders(forms)), key


def test_the_code_fills_exactly_the_places_of_each_message() -> None:
    known = catalogue_of("en")
    wrong: list[str] = []
    for place, call in calls():
        key = call.args[0] if call.args else None
        if not (isinstance(key, ast.Constant) and key.value in known) or any(
            word.arg is None for word in call.keywords
        ):
            continue
        given = {str(word.arg) for word in call.keywords}
        if given != placeholders(known[key.value]) - {"n"}:
            wrong.append(f"{place}: {key.value} {sorted(given)}")
    assert wrong == []


def test_a_third_language_is_one_more_file(tmp_path: Path) -> None:
    for language in LANGUAGES:
        shutil.copy(FOLDER / f"{language}.po", tmp_path)
    french = (FOLDER / "en.po").read_text(encoding="utf-8").replace("en_GB", "fr").replace('"Previous"', '"Précédent"')
    (tmp_path / "fr.po").write_text(french, encoding="utf-8")
    catalogue = Catalogue.load(tmp_path)
    assert catalogue.languages == ("en", "fr", "ko")
    words = catalogue.words("fr")
    assert words("page.previous") == "Précédent"
    assert words.date(PartialDate(2006, 2)) == "février 2006"
    assert not words.is_of_the_library


@pytest.mark.parametrize(
    ("locale", "language"),
    [("ko", "ko"), ("en-US", "en"), ("en-GB", "en"), ("ja", "en"), ("zh-TW", "en"), ("", "en"), ("ko-KR", "ko")],
)
def test_a_locale_without_a_catalogue_of_its_own_is_served_the_nearest(locale: str, language: str) -> None:
    assert Catalogue.load().words(locale).language == language


def test_discord_is_told_only_of_languages_that_are_spoken() -> None:
    catalogue = Catalogue.load()
    assert [locale for locale in ("en-US", "ko", "fr") if catalogue.speaks(locale)] == ["en-US", "ko"]


@pytest.mark.parametrize(
    ("locale", "date", "shown"),
    [
        ("en", PartialDate(2005), "2005"),
        ("en", PartialDate(2005, 2), "February 2005"),
        ("en", PartialDate(2005, 2, 4), "4 February 2005"),
        ("ko", PartialDate(2005), "2005년"),
        ("ko", PartialDate(2005, 2), "2005년 2월"),
        ("ko", PartialDate(2005, 2, 4), "2005년 2월 4일"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known_in_every_language(locale: str, date: PartialDate, shown: str) -> None:
    assert Catalogue.load().words(locale).date(date) == shown


def test_a_count_takes_the_form_of_its_number() -> None:
    words = Catalogue.load().words("en")
    assert words.count("failure.cooldown", 1) == "Try again in 1 second."
    assert words.count("failure.cooldown", 1000) == "Try again in 1,000 seconds."


def test_a_message_nobody_wrote_is_an_error_and_not_its_key() -> None:
    with pytest.raises(KeyError, match=r"ko\.po has no message 'no.such'"):
        Catalogue.load().words("ko")("no.such")


def test_a_broken_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_text('msgid "a"\nmessage "b"\n', encoding="utf-8")
    with pytest.raises(PoFileError):
        Catalogue.load(tmp_path)
    with pytest.raises(KeyError, match=r"no en\.po"):
        Catalogue.load(tmp_path / "nowhere")


def test_every_table_column_and_file_that_is_kept_is_explained() -> None:
    assert set(catalogue_of("en")) >= OF_WHAT_IS_KEPT
