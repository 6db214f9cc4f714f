"""Treaty texts are locked twice: in their files, and here, so that no single edit changes one unnoticed."""

from datetime import date
from pathlib import Path

from bot.content.load import examine

ROOT = Path(__file__).parents[2]

AS_COMPARED = {
    "convention-against-torture-3": "3e3c44ad4981c705",
    "iccpr-12-2": "51efa3f0955c1911",
    "refugee-convention-1a-2": "78a0627acf564c17",
    "refugee-convention-31-1": "6709c2e1c706ecf2",
    "refugee-convention-33": "2b90441c15094f81",
    "refugee-convention-35": "5f22ea783ed90044",
    "refugee-convention-38": "0a530d1227591ced",
    "refugee-convention-42-1": "55b817868b499944",
    "refugee-protocol-i": "e44a403e3ad85a81",
    "refugee-protocol-iv": "ed3933c9bb665d28",
    "universal-declaration-13": "0296cf048b3075a8",
    "universal-declaration-14": "c8a31977501f2c23",
}
"""The beginnings of the digests of number, heading and paragraphs, from the day the texts were compared."""


def test_every_article_has_the_text_that_was_compared(today: date) -> None:
    library = examine(ROOT / "seeds", ROOT / "briefs", today).library
    assert library is not None
    stored = {key: provision.article.digest[:16] for key, provision in library.provisions.items()}
    assert stored == AS_COMPARED
