"""Counting as the host has it."""

from bot.current import Current
from bot.usage.log import UsageLog


def heed_log(usage: UsageLog, current: Current) -> None:
    """Count or not, and keep counts so long, as `log` in the moderators' file says; at start and after a reload."""
    log = current.snapshot.in_force().log
    usage.counting, usage.kept_days = log.counts, log.days
