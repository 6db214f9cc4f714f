"""Tells whether a text stands in the library, word for word."""

from bot.domain.verdict.checker import Checker
from bot.domain.verdict.verdict import Check, Difference

__all__ = ["Check", "Checker", "Difference"]
