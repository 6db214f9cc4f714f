"""What docs/authoring.md and docs/operating.md say of how large things may be is what the code takes."""

from pathlib import Path

from bot import bounds

DOCS = Path(__file__).parents[2] / "docs"


def test_every_bound_is_told() -> None:
    texts = [(DOCS / name).read_text(encoding="utf-8").replace("\n", " ") for name in ("authoring.md", "operating.md")]
    numbers = {name: number for name, number in vars(bounds).items() if name.isupper()}
    assert len(numbers) > 10
    untold = {name for name, number in numbers.items() if not any(f"{number:,}" in text for text in texts)}
    assert not untold
