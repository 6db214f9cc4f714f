# ruff: noqa: RUF001 - people write in several scripts
"""How many stored words are known as exact in everyday frames that the frames' own code has no list of."""

from collections.abc import Iterator, Sequence

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from bot.domain.library import Library
from bot.domain.verdict import Checker

HEAD = ("frames", "of them", "texts", "exact", "exact, but called another's")
ABOUT_WORDS = {
    "questions and remarks": (
        "{words}\n\nis this real?", "is this real? {words}", "Is this a real quote?\n\n“{words}”", "{words} 🤔🤔",
        '"{words}" legit?', "can you verify this quote? {words}", "{words} lol", "lol\n{words}", "{words} smh",
        "so true: {words}", "this. {words}", "Someone posted this earlier, can anyone confirm it?\n{words}",
        "{words} :(", "{words} (!)", "📢 BREAKING 📢 {words}", "TIL {words}", "FACT CHECK: {words}", "/check {words}",
    ),
    "chat and e-mail": (
        "On Mon, 3 Mar 2014 at 10:02, Bob wrote:\n> {words}", "> > {words}", "bob: {words}", "[12:31] bob: {words}",
        "<bob> {words}", "bob — Today at 12:31\n{words}", "RT @bob: {words}", "{words} h/t @bob",
        "{words}\n\nSent from my iPhone", "{words}\n--\nBob", "-----Original Message-----\nFrom: Bob\n> {words}",
    ),
    "marks, lists and notes": (
        "&quot;{words}&quot;", "&gt; {words}", "<p>{words}</p>", "<blockquote>{words}</blockquote>", "《{words}》",
        "| {words} |", "→ {words}", "1️⃣ {words}", "- [ ] {words}", "ii. {words}", "{words} [1]", "{words} ¹",
        "{words} (emphasis added)", "{words} (p. 12)", "{words}, p. 12", "Ibid. {words}", "…{words}…",
        "{words}\n(source: https://example.org)", "```txt\n{words}\n```", "{words}\n#refugees #NorthKorea",
    ),
    "other languages": (
        "인용: {words}", "이거 진짜예요? {words}", "引用：{words}", "出典：{words}", "这是真的吗？{words}",
        "{words}\n\n這是真的嗎", "これは本当ですか？「{words}」", "¿Es cierto? «{words}»", "Est-ce vrai ? « {words} »",
        "Stimmt das? „{words}“",
    ),
}  # fmt: skip
WHOSE = {
    "names": (
        "per {name}: {words}", "per {name}, {words}", "{name} ({year}): {words}", "({name}, {year}) {words}",
        "{words} (see {name} {year})", "In the words of {name}: {words}", "“{words}” as {name} put it",
        "{words} // {name}", "Quote from {name}: {words}", "{words} | {name} | {publisher}", "{words} (quoting {name})",
        "{words} (as cited in {publisher}, {year})", "{publisher}, {year}. {words}", "did {name} really say “{words}”",
        "did {name} say this? {words}", "{words}\nwho said this? {name}?", "{name} told CNN {words}",
        "{words}\n\nSource: {publisher}", "3 {name}, “{words}” ({publisher}, {year}).", "{name}가 말했다: {words}",
        "{name}说：“{words}”", "{name}は「{words}」と述べた", "{words}（{name}）", "据{name}：{words}",
    ),
}  # fmt: skip
OF_TREATIES = {
    "articles": (
        "{treaty}, Art. {article}: “{words}”", "art {article} {treaty} says {words}", "per {treaty} {article}, {words}",
        "per Art. {article} {treaty}: {words}", "§{article} {treaty}: {words}", "제{article}조: {words}",
        "第{article}条：{words}", "Article {article}. {words}", "{treaty}\nArticle {article}\n{words}",
        "{words}, Article {article} of the {treaty}", "Article {article} reads as follows: {words}",
    ),
}  # fmt: skip
_FEWEST = 8

Filling = dict[str, str]


def unlisted() -> str:
    """A table: a row for each group of frames, and one for all."""
    library = shipped_library()
    checker = Checker(library)
    said, articles = list(_quotations(library)), list(_articles(library))
    rows: list[tuple[str, ...]] = []
    totals = [0, 0, 0, 0]
    groups = ((ABOUT_WORDS, [*said[::2], *articles[::2]]), (WHOSE, said), (OF_TREATIES, articles))
    for group, fillings in groups:
        for name, frames in group.items():
            counts = [len(frames), *_counts(checker, frames, fillings)]
            totals = [total + count for total, count in zip(totals, counts, strict=True)]
            rows.append((name, *(f"{count:,}" for count in counts)))
    return table(HEAD, [*rows, ("all", *(f"{count:,}" for count in totals))])


def _counts(checker: Checker, frames: Sequence[str], fillings: Sequence[Filling]) -> tuple[int, int, int]:
    checks = [checker.check(frame.format(**filling)) for frame in frames for filling in fillings]
    exact = [check for check in checks if check.verdict == "exact"]
    return len(checks), len(exact), sum(check.attribution == "other" for check in exact)


def _quotations(library: Library) -> Iterator[Filling]:
    for item in library.quotations.values():
        words, document = item.passages[0].words, library.documents[item.document]
        year = (item.said or document.date.value).year
        if item.speaker and len(words.split()) >= _FEWEST:
            yield {"words": words, "name": item.speaker, "year": str(year), "publisher": document.publisher}


def _articles(library: Library) -> Iterator[Filling]:
    for provision in library.provisions.values():
        for part in provision.article.paragraphs:
            if len(part.text.split()) >= _FEWEST:
                named = {"treaty": provision.instrument.short, "article": provision.article.number}
                yield {"words": part.text, **named}
