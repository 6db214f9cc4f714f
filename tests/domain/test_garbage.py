import gc

import pytest

from bot.domain.garbage import collector_at_rest


def test_the_collector_rests_meanwhile_and_works_again_afterwards() -> None:
    assert gc.isenabled()
    with collector_at_rest():
        assert not gc.isenabled()
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="so"), collector_at_rest():
        raise ValueError("so")
    assert gc.isenabled()
