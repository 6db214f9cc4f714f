"""Every parser of what others write, with what it is tried on and what has to hold of what it makes of it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast, get_args

import yaml

from bot.cards.about import receipt_card
from bot.cards.address import LIMIT, Action, parse
from bot.cards.escape import escape, escape_line, escape_start, label, to_copy, visible
from bot.cards.failure import gone_card
from bot.cards.layout import markdown
from bot.cards.layout.plain import without_marks
from bot.cards.layout.split import split
from bot.cards.notice import message_card
from bot.cards.options import Options
from bot.cards.problems import problem_blocks
from bot.cards.report import report_card, report_text
from bot.cards.routes import card_at, every_address
from bot.cards.search import ask_card, nothing_card
from bot.cards.sharing import private_form, private_verdict
from bot.cards.verdict import verdict_card
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
from bot.domain.date import NotADateError, PartialDate
from bot.domain.model import (
    Kind,
    Term,
    Wording,
)
from bot.domain.problem import ProblemsError
from bot.domain.receipts import could_be_of, is_genuine
from bot.domain.search import best_names
from bot.domain.search.years import is_only_a_year, month_in, year_in
from bot.domain.text.dates import mentions, weekdays
from bot.domain.text.numbers import numbers
from bot.domain.verdict import Check
from bot.domain.verdict.claims import claims
from bot.domain.verdict.message import read as read_pasted
from bot.domain.verdict.report import report_on
from bot.domain.verdict.several import check_several
from bot.domain.verdict.textfile import LARGEST, UnfitFileError, text_in
from bot.domain.verdict.wordless import has_words
from bot.envfile import bindings_in, text_of, too_long
from bot.refusal import RefusedError
from bot.settings import Settings
from bot.words.catalogue import Catalogue
from tests.fuzz.cards import holds
from tests.fuzz.trying import Parser
from tests.shipped import checker, finder, library

ROOT = Path(__file__).parents[2]
SERVER = "100000000000000001"


@cache
def options() -> Options:
    return Options(Catalogue.load().words("ko"), locale="zh-TW")


@cache
def english() -> Options:
    return Options(Catalogue.load().words("en"))


SHARES: Final = {
    "custom ids": 220,
    "escaping": 220,
    "layout": 60,
    "citations": 80,
    "dates, numbers": 90,
    "pasted": 55,
    "verdicts": 24,
    "text files": 5,
    "questions": 14,
    "suggestions": 12,
    "receipts, names": 30,
    "YAML": 120,
    "items": 16,
    "asked files": 5,
    "settings": 25,
    ".env": 40,
    "stanzas": 4,
}
"""Every parser, and how many of a thousand inputs are its own."""


def _parser(name: str, seeds: Sequence[str], try_: Callable[[str], None], longest: int = 6_000) -> Parser:
    return Parser(name, SHARES[name], seeds, try_, longest)


@cache
def parsers() -> tuple[Parser, ...]:
    """All of them, with what the shipped library has for them."""
    known = library()
    passages = [line for document in known.documents.values() for line in document.paragraphs if line.strip()]
    quoted = [words for evidence in known.evidence.values() for words in evidence.words]
    articles = [
        part.text for each in known.instruments.values() for article in each.articles for part in article.paragraphs
    ]
    asked = [phrase for phrases in known.asked.values() for phrase in phrases]
    names = [
        *(brief.title for brief in known.briefs.values()),
        *(alias for brief in known.briefs.values() for alias in brief.aliases),
    ]
    pasted = [*passages, *quoted, *articles, *(frame.format(words) for frame in _PASTED for words in quoted[::5])]
    files = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "briefs").rglob("*.yaml"))]
    register = (ROOT / "seeds" / "documents.yaml").read_text(encoding="utf-8")
    entries = [entry for file in [*files, register] for entry in _entries(file)]
    settings = [
        written(_rules(), Moderation().in_force()),
        *_SETTINGS,
        (ROOT / "moderation.yaml").read_text(encoding="utf-8"),
    ]
    addresses = [str(address) for _, address in every_address(known)]
    typed = [*asked, *names, *quoted, *_REFERENCES]
    return (
        _parser("custom ids", [*addresses, *_CUSTOM_IDS], custom_id, 120),
        _parser("escaping", [*typed, *passages], escaping),
        _parser("layout", [*typed, *passages], layout),
        _parser("citations", [*_REFERENCES, *names, *articles], citation, 600),
        _parser("dates, numbers", [*_DATES, *names, *passages], dates, 1_000),
        _parser("pasted", pasted, pasted_text),
        _parser("verdicts", pasted, verdict),
        _parser(
            "text files",
            ["\n\n".join(pasted[at : at + 8]) for at in range(0, len(pasted) - 8, 8)],
            text_file,
            40_000,
        ),
        _parser("questions", typed, question),
        _parser("suggestions", typed, suggestion, 200),
        _parser("receipts, names", [*_RECEIPTS, *names], receipt, 300),
        _parser("YAML", [*entries, *settings, *_YAML], yaml_text, 20_000),
        _parser("items", entries, item, 20_000),
        _parser("asked files", [file[:6_000] for file in files if "\nbrief:" in file], asked_file, 20_000),
        _parser("settings", settings, settings_file, LARGEST_SETTINGS),
        _parser(".env", [*_ENV, (ROOT / ".env.example").read_text(encoding="utf-8")], env_file, 16_384),
        _parser("stanzas", [*quoted, *passages], stanza, 600),
    )


_PASTED = (
    "He said: “{}”",
    "> {}\n— Robert King, 2011",
    "{} (Convention, art. 33)",
    "## Look\n> **{}** 😢\nthoughts?",
    "1. {}",
)
_REFERENCES = (
    *("33(1)", "art. 33 refugee convention", "CAT 3", "Art. 33 para 1"),
    *("난민협약 33조 1항", "article thirty-three", "IV", "四条"),
    *("Articles 31 to 33 and 1F(b)", "§ 12", "ICCPR 12(2), 14", "who is bound by the refugee convention", "첫째 조"),
)  # fmt: skip
_CUSTOM_IDS = (
    *("v1:brief:numbers:post:2:quotes", "v1:brief:numbers:remove:1:123"),
    *("v1:quotes:a:card:1:shown", "v1:search::menu:1"),
    *("v1:stats:server:card:1", "v1:desk::card:1"),
    *("v1:boundary:x:card:1:ko", "v1:verdict::post:1", "v1:gaps::card:999"),
)  # fmt: skip
_DATES = (
    "2005-02-04",
    "in 2005",
    "2013년 5월",
    "3 May 2005",
    "May 2013",
    "25,000 people in 1951",
    "twenty-five thousand",
    "1.5만 명",
)
_RECEIPTS = ("non-refoulement@3f9c2a1b", "numbers@00000000", "article:x@12345678", "2f9a3c1b")
_SETTINGS = (
    'channels:\n  "100000000000000004":\n    visibility: public\n',
    "hidden: [numbers]\ncooldown: 5\n",
    "# nothing\n",
)
_YAML = (
    "a: &b [1, *b]\n",
    "a: |\n  b\n c\n",
    "? [a]\n: b\n",
    "\ufeffa: b\n",
    "a: 'b\n",
    "- a\n-b\n",
    "a:\n\t- b\n",
    "%TAG ! x:\n--- a\n",
)
_ENV = (
    "DISCORD_TOKEN=abc.def\nVERBATIM_SEEDS=seeds\n",
    "export VERBATIM_LOG_LEVEL='info'\n",
    'A="${B:-c}"\nB=${A}${A}\n',
    "VERBATIM_SANDBOX_PORT=70000\nDISCORD_API_URL=http://127.0.0.1:1/api\n",
    "VERBATIM_STATE=~/x\nVERBATIM_USAGE_KEY=short\n",
)
_MODELS: tuple[type[Any], ...] = (
    *(),
    *(),
    *(Term, Wording, Moderation, ServerRules),
)  # fmt: skip


def _rules() -> ServerRules:
    return ServerRules.model_validate(
        {"hidden": ["numbers"], "cooldown": "5", "channels": {"100000000000000004": {"length": "full"}}}
    )


def _entries(file: str) -> Iterator[str]:
    """The entries of a file, or all of it where it is one item."""
    yield from (entry for entry in re.split(r"(?m)^(?=\w)", file) if len(entry) < 6_000)
    if len(file) < 10_000:
        yield file


def custom_id(text: str) -> None:
    found = parse(text)
    if found is None:
        return
    assert parse(str(found)) == found, "written again it is another"
    address = found.card if isinstance(found, Action) else found
    card = card_at(library(), address, options()) or gone_card(options().words)
    if card.address is not None and len(text) <= LIMIT:
        holds(private_form(card, options().words, may_post=True, may_report=True), options().words)


def escaping(text: str) -> None:
    for made in (escape(text), escape_line(text)):
        left = re.sub(r"\\[^0-9A-Za-z\s]", "\x00", made)
        assert not re.search(r"[\\*_~|`\[\]<>@:]", left), "something is left to be read as Markdown"
        assert not re.search(r"^[ \t]*([-#+=]|\d+[.)])", left, re.MULTILINE), "a line begins something"
        made.encode()
    assert re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escape(text)) == visible(text), "a reader sees another text"
    middle = escape(f"x{text}")[1:]
    assert not re.match(
        r"[ \t]*([-#+=]|\d+[.)])", re.sub(r"\\[^0-9A-Za-z\s]", "\x00", escape_start(middle)).split("\n")[0]
    )
    assert len(label(text, 80)) <= 80, "a label is too long"
    assert len(escape_line(text).splitlines()) <= 1, "there are two lines"
    without_marks(to_copy(text))


def layout(text: str) -> None:
    made = escape(text)
    for part in split(made, 400, 900):
        assert len(part) <= 400, "a part is too long"
        assert len(part.encode()) <= 900, "a part has too many bytes"
    markdown.parse(text)
    shown = without_marks(made)
    assert "".join(shown.split()) == "".join(visible(text).split()), "plain text shows something else"
    holds(message_card(escape_line(text[:80]) or "-", escape_line(text) or "-"), english().words)


def citation(text: str) -> None:
    known = finder().citations
    reading = known.read(text)
    for found in reading.citations:
        assert found.instrument in library().instruments, "an instrument that we have not"
        if found.article:
            again = known.read(known.printed(found))
            assert found.article in {each.article for each in again.citations}, "printed it cites something else"
    for start, end in known.within(text):
        assert 0 <= start < end <= len(text), "a range outside the text"
    known.unnamed(text, "x")
    finder().bound(text)
    finder().bound_state(text)
    finder().cited(text)


def dates(text: str) -> None:
    year = year_in(text)
    assert year is None or 1_000 <= year < 2_100, "no year"
    month = month_in(text)
    assert month is None or 1 <= month <= 12, "no month"
    is_only_a_year(text)
    mentions(text)
    weekdays(text)
    for number in numbers(text):
        assert 0 <= number.start < number.end <= len(text), "a range outside the text"
    for part in text.split()[:20]:
        with suppress(NotADateError):
            assert PartialDate.parse(part).iso == part, "written again it is another"


def pasted_text(text: str) -> None:
    message = read_pasted(text)
    for block in message.blocks:
        assert block in message.whole, "a block that is not in the text"
    for given in (claims(message.whole, message.blocks), claims(text)):
        for words in given.words:
            assert words in given.text, "a claim that is not in the text"
    if len(message.whole) < 1_000:
        frames = checker()._judging.frames  # noqa: SLF001 - what takes frames away has no other door
        for core in frames.cores(message.whole):
            assert 0 <= core.start <= core.end <= len(message.whole), "a core outside the text"
        frames.bare(message.whole)
    has_words(text)


def verdict(text: str) -> None:
    check = checker().check(text)
    for one in (check, *check.pieces):
        _stands(one)
    check.as_json()
    str(check).encode(errors="surrogatepass")
    several = check_several(
        checker(), [part for part in text.split("\n\n", 2) if has_words(part)] or [text], quoted_only=True
    )
    for found in (check, several):
        if has_words(text):
            card = private_verdict(verdict_card(library(), found, english()), english().words, may_post=True)
            holds(card, english().words)


def _letters(text: str) -> str:
    """The letters and digits, in one form, as somebody would compare them by eye."""
    composed = unicodedata.normalize("NFKC", visible(text))
    return "".join(letter for letter in composed if letter.isalnum())


def _stands(check: Check) -> None:
    """Exact words stand in the library, letter by letter, in the document that is named."""
    if check.verdict != "exact":
        return
    source = check.source_words or ""
    document = library().documents.get(check.document or "")
    if document is not None:
        whole = _letters("\n".join(document.paragraphs))
        for part in source.split(" […] "):
            assert _letters(part) in whole, "the source's words do not stand in it"
    if not (check.marks_a_change or check.omitted):
        given = (_letters(check.words), _comparable(check.words))
        assert _letters(source) in given or _comparable(source) in given, "exact, and other words"


def _comparable(text: str) -> str:
    return _letters(re.sub(r"\[\W*\d*\W*\]|<[^<>]*>", "", text))


def text_file(text: str) -> None:
    with suppress(UnfitFileError):
        content = text_in(text.encode("utf-8", "replace"), LARGEST)
        report = report_on(checker(), content)
        for one in report.found:
            assert 1 <= one.line <= content.count("\n") + 1, "a line that is not there"
            _stands(one.check)
        holds(report_card(library(), report, text[:50], english()), english().words)
        report_text(library(), report, "a.txt", english())


def question(text: str) -> None:
    answer = finder().search(text)
    items: list[tuple[Kind, str]] = [(hit.kind, hit.id) for hit in answer.results]
    assert answer.outcome == "none" or items, "nothing to show"
    assert all(kind in get_args(Kind) for kind, _ in items), "an unknown kind"
    for card in (
        nothing_card(library(), items, text, options()),
        *([ask_card(library(), items, text, options())] if items else []),
    ):
        holds(card, options().words)
    finder().boundary(text)
    finder().search(text, kinds={"quotation"}, where=lambda _, key: key < "m")


def suggestion(text: str) -> None:
    found = [
        *finder().complete(text),
        *finder().suggest(text),
        *finder().complete(text, kinds={"article", "instrument"}),
    ]
    for hit in found:
        assert label(hit.id, 100) == hit.id, "an id that Discord does not take"


def receipt(text: str) -> None:
    holds(receipt_card(library(), text, english().words, frozenset(), "en"), english().words)
    is_genuine(text)
    could_be_of("brief:numbers", text)
    best_names(text, ["Robert King", "김동식", "UNHCR"])


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
                holds(
                    message_card("-", "-").__class__("-", problem_blocks(found.problems, english().words)),
                    english().words,
                )


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
