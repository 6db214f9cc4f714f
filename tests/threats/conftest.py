"""The sandbox of the journeys."""

from tests.journeys.conftest import clock, patience, sandbox

__all__ = ["clock", "patience", "sandbox"]
