import gc
import weakref

from bot.domain.kept import kept
from bot.domain.library import Library
from tests.builders import a_library, a_note


def test_a_function_of_a_library_works_once_for_each_library_and_key() -> None:
    worked: list[tuple[Library, str]] = []

    @kept
    def text_of(library: Library, key: str) -> str:
        worked.append((library, key))
        return library.notes[key].text

    first, second = a_library(a_note("n", "One.")), a_library(a_note("n", "Two."), a_note("m", "Three."))
    asked = [(first, "n"), (second, "n"), (first, "n"), (second, "m"), (second, "n")]
    assert [text_of(library, key) for library, key in asked] == ["One.", "Two.", "One.", "Three.", "Two."]
    assert worked == [(first, "n"), (second, "n"), (second, "m")]


def test_what_was_worked_out_goes_with_its_library() -> None:
    length = kept(lambda library, key: len(library.notes[key].text))
    library = a_library(a_note("n"))
    length(library, "n")
    gone = weakref.ref(library)
    del library
    gc.collect()
    assert gone() is None
