import json
from pathlib import Path

import pytest

from tests.cli.process import Run


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Nobody asked the islanders", "exact"),
        ("Nobody told the islanders", "altered"),
        ("The moon is made of cheese and everybody knows it", "absent"),
    ],
)
def test_verify_gives_its_verdict_in_json(bot: Run, text: str, verdict: str) -> None:
    told = json.loads(bot("verify", "--json", text).stdout)
    assert told["verdict"] == verdict
    assert set(told) >= {
        "verdict",
        "document",
        "paragraph",
        "also",
        "quotation",
        "source_words",
        "differences",
        "attribution",
    }


def test_verify_reports_on_every_quotation_of_a_file_and_ends_with_1_where_one_is_altered(
    bot: Run, tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    file.write_text("He wrote “Nobody asked the islanders”.\n", encoding="utf-8")
    exact = bot("verify", "--file", str(file))
    assert exact.returncode == 0
    assert "1 quotation was checked." in exact.stdout
    file.write_text("“Nobody asked the islanders”\n\n“Nobody told the islanders”\n", encoding="utf-8")
    altered = bot("verify", "--file", str(file))
    assert altered.returncode == 1
    assert "· line 3" in altered.stdout
    told = bot("verify", "--json", "--file", str(file))
    assert told.returncode == 1
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [(line["line"], line["verdict"]) for line in lines] == [(1, "exact"), (3, "altered")]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("draft.docx", b"words", "`.txt` or `.md`"),
        ("draft.txt", b"\xb1\xb9", "not UTF-8"),
        ("draft.txt", b"a" * (200 * 1024 + 1), "larger than 200 KB"),
        ("draft.txt", b"", "no words"),
    ],
)
def test_verify_refuses_a_file_it_cannot_check(
    bot: Run, tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    (tmp_path / name).write_bytes(content)
    refused = bot("verify", "--file", name)
    assert refused.returncode == 1
    assert complaint in refused.stderr
    assert "Traceback" not in refused.stderr


def test_verify_takes_either_a_text_or_a_file(bot: Run) -> None:
    refused = bot("verify", "--file", "missing.txt")
    assert "cannot be read" in refused.stderr
    both = bot("verify", "--file", "missing.txt", "words")
    assert (both.returncode, "not both" in both.stderr) == (1, True)


def test_verify_reads_one_text_a_line(bot: Run) -> None:
    lines = bot("verify", "--json", "-", given="Nobody asked the islanders\nNobody told the islanders\n").stdout
    assert [json.loads(line)["verdict"] for line in lines.splitlines()] == ["exact", "altered"]


def test_search_gives_its_outcome_in_json(bot: Run) -> None:
    told = json.loads(bot("search", "--json", "--limit", "2", "why did the ferry stop").stdout)
    assert told["query"] == "why did the ferry stop"
    assert told["outcome"] == "match"
    assert told["results"][0]["kind"] == "brief"
    assert told["results"][0]["id"] == "ferry"
    assert set(told["results"][0]) == {"kind", "id", "score", "why"}
    assert len(told["results"]) <= 2


def test_show_prints_a_card_with_its_sources(bot: Run) -> None:
    shown = bot("show", "ferry").stdout
    assert "Why did the ferry stop?" in shown
    assert "Nobody asked the islanders" in shown


def test_show_knows_the_kinds_apart(bot: Run) -> None:
    assert "How many people lost their crossing?" in bot("show", "figure:people-without-a-crossing").stdout
    missing = bot("show", "figure:ferry")
    assert missing.returncode == 1
    assert "There is no figure 'ferry'" in missing.stderr


def test_show_prints_the_view_that_is_named(bot: Run) -> None:
    assert "Harbour office" not in bot("show", "ferry").stdout
    assert "Harbour office: About 40 people" in bot("show", "ferry", "--view", "who").stdout
    missing = bot("show", "ferry", "--view", "quote")
    assert missing.returncode == 1
    assert "'ferry' has no view 'quote'. There are: card, short, sources, who, quotes" in missing.stderr
    assert "There is no item 'fery'" in bot("show", "fery", "--view", "who").stderr


def test_show_html_is_a_page(bot: Run) -> None:
    page = bot("show", "ferry", "--html").stdout
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "<script" not in page
