"""The documents are the ground everything stands on."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[2]

AS_RECEIVED = {
    "000_6cb48a2e35c1de7b.txt": "b56c9a44",
    "001_6862c2f95cd605fe.txt": "15e5c036",
    "002_18c93391cb7b76e2.txt": "7cad4d9b",
    "003_b09e11ebf3b435b3.txt": "4cd357bc",
    "004_5eedbe4630826d2f.txt": "e1793fea",
}
"""The beginnings of the digests that were noted when the documents were received."""


def test_the_documents_are_byte_for_byte_as_received() -> None:
    stored = {file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:8] for file in (ROOT / "seeds").glob("*.txt")}
    assert stored == AS_RECEIVED
