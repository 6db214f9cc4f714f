"""Takes questions that the public asked out of a package, for `benchmarks.offtopic`.

    pip download --no-deps pyserini==0.19.2
    python -m benchmarks.public pyserini-0.19.2-py3-none-any.whl FOLDER

The package (Apache License 2.0) carries Anserini's collection of test questions. Of each set in `SETS` so many are
written as a file of one question a line: about 10,000 together, or with `--whole` all of them. They are not ours, and
nothing of them is kept in this repository.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

INSIDE: Final = "topics-and-qrels/topics."
"""Where the sets lie in the archive of Java classes that the package has."""


def _after_tab(line: str) -> str:
    return line.partition("\t")[2]


def _before_tab(line: str) -> str:
    return line.partition("\t")[0]


def _of_json(line: str) -> str:
    return str(json.loads(line)["question"])


@dataclass(frozen=True, slots=True)
class PublicSet:
    """Questions of one origin and language."""

    name: str
    """The language's code and the set's name; the file is called so."""
    origin: str
    terms: str
    """Under what terms it was published."""
    files: tuple[str, ...]
    question: Callable[[str], str]
    """The question in a line of those files."""
    taken: int
    """How many are taken, where not all are."""


def _by_language(language: str, *parts: str) -> tuple[str, ...]:
    return tuple(f"mrtydi-v1.1-{language}.{part}.txt.gz" for part in parts)


SETS: Final = (
    PublicSet(
        "en-quora", "asked on Quora (Quora Question Pairs, BEIR)", "Quora's terms, not commercial",
        ("beir-v1.0.0-quora.test.tsv.gz",), _after_tab, 2400,
    ),
    PublicSet("en-google", "asked of Google (Natural Questions)", "CC BY-SA 3.0", ("nq.test.txt",), _before_tab, 1500),
    PublicSet(
        "en-bing", "asked of Bing (MS MARCO)", "research, not commercial",
        ("msmarco-passage.dev-subset.txt",), _after_tab, 1000,
    ),
    PublicSet("en-trivia", "quizzes (TriviaQA)", "Apache 2.0", ("dpr.trivia.test.txt",), _before_tab, 1000),
    PublicSet("en-suggested", "suggested by Google (WebQuestions)", "CC BY 4.0", ("dpr.wq.test.txt",), _of_json, 500),
    PublicSet(
        "ko-tydi", "Mr. TyDi and MIRACL", "Apache 2.0",
        (*_by_language("ko", "train", "dev", "test"), "miracl-v1.0-ko-dev.tsv"), _after_tab, 2100,
    ),
    PublicSet(
        "ja-tydi", "Mr. TyDi and MIRACL", "Apache 2.0",
        (*_by_language("ja", "train", "dev", "test"), "miracl-v1.0-ja-dev.tsv"), _after_tab, 1500,
    ),
    PublicSet(
        "zh-miracl", "MIRACL and NTCIR-8", "Apache 2.0; research",
        ("miracl-v1.0-zh-dev.tsv", "ntcir8zh.eval.txt"), _after_tab, 500,
    ),
)  # fmt: skip


def taken(questions: Iterable[str], count: int | None) -> list[str]:
    """Each question once, in the order of their digests; the first of them where a count is given."""
    distinct = {" ".join(text.split()).casefold(): " ".join(text.split()) for text in questions}
    in_order = sorted((text for text in distinct.values() if text), key=lambda text: sha256(text.encode()).digest())
    return in_order[:count]


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.public", description=__doc__)
    parser.add_argument("package", type=Path, help="the package as it was downloaded")
    parser.add_argument("folder", type=Path, help="where the files go")
    parser.add_argument("--whole", action="store_true", help="all questions of each set")
    chosen = parser.parse_args()
    archive = _archive(chosen.package)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for each in SETS:
        questions = taken(_questions(archive, each), None if chosen.whole else each.taken)
        (chosen.folder / f"{each.name}.txt").write_text("".join(f"{text}\n" for text in questions), encoding="utf-8")
        print(f"{len(questions):6,}  {each.name}.txt  {each.origin}; {each.terms}")


def _archive(package: Path) -> ZipFile:
    with ZipFile(package) as outer:
        jar = next(name for name in outer.namelist() if name.endswith("fatjar.jar"))
        return ZipFile(BytesIO(outer.read(jar)))


def _questions(archive: ZipFile, each: PublicSet) -> Iterator[str]:
    for name in each.files:
        content = archive.read(INSIDE + name)
        text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")
        yield from map(each.question, text.splitlines())


if __name__ == "__main__":
    main()
