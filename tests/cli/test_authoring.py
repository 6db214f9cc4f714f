import json
from pathlib import Path

from tests.cli.process import Run
from tests.examples import SMALL


def test_quote_prints_a_stanza_that_can_be_pasted(bot: Run, small: Path) -> None:
    stanza = bot("quote", "The harbour office said that about 40 people").stdout
    assert "kind: narration" in stanza
    assert "paragraph: 3" in stanza
    evidence = small / "briefs" / "evidence" / "harbour-2001.yaml"
    evidence.write_text(evidence.read_text(encoding="utf-8") + stanza, encoding="utf-8")
    assert "does not stand" not in bot("check").stdout


def test_quote_needs_the_documents_alone_whatever_is_unfinished_in_what_is_written_about_them(
    bot: Run, small: Path
) -> None:
    assert bot("new", "brief", "unfinished").returncode == 0
    assert "kind: narration" in bot("quote", "The harbour office said that about 40 people").stdout
    (small / "seeds" / "new.txt").write_text("Nobody is asked here.\n", encoding="utf-8")
    refused = bot("quote", "Nobody is asked here")
    assert refused.returncode == 1
    assert "'new.txt' is not in the register" in refused.stdout + refused.stderr


def test_quote_shows_the_nearest_words_and_the_difference(bot: Run) -> None:
    quoted = bot("quote", "Nobody told the islanders")
    assert quoted.returncode == 1
    assert "Nobody asked the islanders" in quoted.stdout
    assert "the document has 'asked', you have 'told'" in quoted.stdout


def test_new_brief_writes_an_outline_once(bot: Run, small: Path) -> None:
    assert bot("new", "brief", "harbour-office").returncode == 0
    outline = small / "briefs" / "topics" / "harbour-office.yaml"
    assert outline.exists()
    again = bot("new", "brief", "harbour-office")
    assert again.returncode == 1
    assert "is already there" in again.stderr
    assert "harbour-office.yaml:" in bot("check").stdout


def test_new_brief_refuses_what_cannot_be_an_id(bot: Run, small: Path) -> None:
    for slug in ("Harbour Office", "../outside", "x" * 61):
        refused = bot("new", "brief", slug)
        assert refused.returncode == 1
        assert "cannot be an id" in refused.stderr
    assert len(list((small / "briefs").rglob("*.yaml"))) == len(list((SMALL / "briefs").rglob("*.yaml")))


def test_new_document_prints_an_entry_with_the_digest(bot: Run, small: Path) -> None:
    entry = bot("new", "document", str(small / "seeds" / "harbour.txt")).stdout
    digest = (SMALL / "seeds" / "documents.yaml").read_text(encoding="utf-8").split("sha256: ")[1].split()[0]
    assert f"sha256: {digest}" in entry


def test_schema_writes_a_schema_for_every_kind_of_file(bot: Run, tmp_path: Path) -> None:
    bot("schema", str(tmp_path / "schemas"))
    written = {file.name for file in (tmp_path / "schemas").iterdir()}
    assert {"topics.schema.json", "evidence.schema.json", "documents.schema.json"} <= written
    topics = json.loads((tmp_path / "schemas" / "topics.schema.json").read_text(encoding="utf-8"))
    assert "title" in topics["properties"]
    assert "id" not in topics["properties"]
    assert topics["properties"]["group"]["enum"] == ["harbour"]
